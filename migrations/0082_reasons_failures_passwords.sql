-- The English of a reason was the shorthand of a list of ours (receipt ≠ ⑥); pages show it. The words are those of domain/facts/reason-codes.ts.
update reason_codes set zh = said.zh, en = said.en
from (values
  ('A01', '未在本地参保缴费', 'Not insured or not paying here'),
  ('A02', '已领取待遇', 'Already draws a pension'),
  ('A03', '男满50女满40非本地户籍', 'Man of 50 or woman of 40 without local hukou: temporary account only'),
  ('A04', '缺户口簿/调动文件', 'Household register or approval of the move is missing'),
  ('A05', '原参保地信息不明', 'Agency of the original place unclear, merged or wrongly coded'),
  ('A06', '重复申请', 'An open case for the same person and place exists'),
  ('A07', '不符合待遇领取地', 'At pension age the pension is drawn elsewhere'),
  ('A08', '省内无需转移', 'Within the province nothing is transferred; the relation is re-registered'),
  ('M01', '地址错误/迁址', 'Wrong address, or the addressee has moved'),
  ('M02', '收件人拒收/无人签收', 'Refused by the addressee, or nobody there to sign'),
  ('M03', '邮件丢失', 'Letter lost: no delivery receipt'),
  ('M04', '系统未接收/退回', 'The platform did not take the letter, or gave it back'),
  ('L01', '查无此人', 'Person unknown at the original place'),
  ('L02', '姓名/身份证号不一致', 'Name or ID number differs'),
  ('L03', '未停保/未减员', 'Still insured at the original place'),
  ('L04', '个人/单位欠费', 'Contributions in arrears'),
  ('L05', '已转出', 'Already moved to another place'),
  ('L06', '已在原地退休/领取', 'Already draws a pension there'),
  ('L07', '多重关系', 'Several accounts in one province, to be gathered first'),
  ('L08', '临时账户', 'The account there is a temporary one: wrong kind of letter'),
  ('L09', '一次性缴费超3年缺文书', 'Lump sum of three years or more without its paper'),
  ('L10', '联系函要素缺失/印章不清/账户有误', 'Letter incomplete, seal unclear or bank account wrong'),
  ('L11', '险种不符', 'Scheme does not match'),
  ('L12', '超期未回', 'No answer within the limit'),
  ('F01', '有表无款', 'Info form without money'),
  ('F02', '有款无表', 'Money without info form'),
  ('F03', '金额不符', 'The money differs from the info form'),
  ('F04', '款项无法识别', 'Money that cannot be identified'),
  ('F05', '银行退汇', 'Remittance bounced'),
  ('F06', '重复到账', 'Paid twice: the excess goes back'),
  ('F07', '误收他人款项', 'Money that is not ours: it goes back'),
  ('D01', '勾稽关系不符', 'Sums, months or years of the form do not agree'),
  ('D02', '重复缴费', 'Months paid here and there: refund'),
  ('D03', '98年前信息缺失', 'Details before 1998 are missing'),
  ('D04', '记账比例≠11%/8%', 'Share credited to the account is not the standard one'),
  ('D05', '定额缴费无基数', 'Fixed amount without a wage base'),
  ('D06', '补缴未标注', 'Back-payment not marked as such'),
  ('D07', '部队与地方重复', 'Military months overlap local months: refund'),
  ('D08', '职业年金未到', 'The annuity has not arrived'),
  ('W01', '申请人撤回', 'Withdrawn by the applicant'),
  ('W02', '参保人死亡/出国定居', 'Death or emigration: another procedure'),
  ('S01', '录入错误', 'Sent back by the second person: typing error'),
  ('S02', '材料缺失', 'Sent back by the second person: paper missing'),
  ('S03', '期间有误', 'Sent back by the second person: wrong period'),
  ('S04', '人员有误', 'Sent back by the second person: wrong person'),
  ('S05', '金额有误', 'Sent back by the second person: wrong amount'),
  ('H01', '待本单位其他科室答复', 'Another unit of ours was asked'),
  ('H02', '已请示上级', 'The higher authority was asked')
) as said (code, zh, en)
where reason_codes.code = said.code;

-- What the gateway refused lately is counted every minute, among all messages that were ever sent.
create index notices_gone_wrong on notices (settled_at) where state in ('failed', 'unknown');

-- A one-time password opens one session: in it, the holder chooses a password.
alter table staff add column one_time_used_at timestamptz;
