/** What a certificate (参保缴费凭证, domain 4.1) says of an account: as it is printed, and as the window asks for it. */
export const CERTIFICATE_WORDS = {
  personalNo: '个人编号',
  employer: '单位名称',
  workSince: '参加工作时间',
  pooledSince: '当地统筹时间',
  firstPaid: '首次缴费时间',
  accountSince: '建立个人账户',
  monthsHere: '本地缴费月数',
  monthsInAll: '全部缴费月数',
  balanceFen: '个人账户储存额',
  pooledFromElsewhereFen: '省外转入统筹',
} as const;
