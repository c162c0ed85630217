/** What came with the program is told in the reader's language, what the office wrote as it wrote it. */
export const SHIPPED_SOURCES: Readonly<Record<string, 'promise' | 'stateCouncil' | 'lookUps'>> = {
  'office promise': 'promise',
  '国办发〔2009〕66号 Art. 8': 'stateCouncil',
  'office promise; 网络安全法 第二十一条 asks for six months at least': 'lookUps',
};
