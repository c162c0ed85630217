/** What stands around the text of every paper of the office, as papers are printed and as Settings shows them before. */
export const LETTERHEAD_WORDS = {
  address: '通讯地址',
  telephone: '联系电话',
  sealPlace: '（盖章）',
} as const;
