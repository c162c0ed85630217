/** Codes of the contract as Chinese papers write them. */
const SCHEMES: Readonly<Record<string, string>> = {
  enterprise: '企业职工基本养老保险',
  publicInstitution: '机关事业单位基本养老保险',
  residents: '城乡居民基本养老保险',
  military: '军人退役基本养老保险',
};

export const schemeWords = (scheme: string): string => SCHEMES[scheme] ?? scheme;
