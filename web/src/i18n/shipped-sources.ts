/** What came with the program is told in the reader's language, what the office wrote as it wrote it. */
export const SHIPPED_SOURCES: Readonly<
  Record<string, 'promise' | 'stateCouncil' | 'lookUps' | 'archives' | 'archivesSilent'>
> = {
  'office promise': 'promise',
  '国办发〔2009〕66号 Art. 8': 'stateCouncil',
  'office promise; 网络安全法 第二十一条 asks for six months at least': 'lookUps',
  '人力资源社会保障部、国家档案局令第3号 附件': 'archives',
  'office promise; 令第3号 附件 names no period of its own': 'archivesSilent',
};
