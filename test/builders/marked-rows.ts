/** Rows of files in which whatever a person may be known by is a marked value. */
import { aMobile, mark } from './marked.ts';
import { aResidentId } from './walk.ts';

export const markedLedgerIn = () => ({
  姓名: mark(),
  公民身份号码: aResidentId(),
  手机号码: aMobile(),
  类别标识: mark(),
  单位名称: mark(),
  存在问题: mark(),
  险种类型: mark(),
  办理进度: mark(),
  原参保地社保机构名称: mark(),
});

export const markedLedgerOut = () => ({
  姓名: mark(),
  公民身份号码: aResidentId(),
  办理进度: mark(),
  转入地社保机构名称: mark(),
});

/** Of the national platform; its person is not in it. */
export const PLATFORM_ROW = {
  统计日期: '2026-11-20',
  业务流水号: 'QG20260001',
  业务方向: '转出',
  到达时间: '2026-11-10 09:30:00',
  状态: '办理中',
  在途天数: '8',
  对方行政区划: '330100',
};

/** What people type for papers: its texts are the caller's; a certificate has no note. */
export const TYPED = {
  missing: () => ({ kind: 'missingMaterials', input: { materials: [] } }),
  certificate: () => ({
    kind: 'certificate',
    input: {
      note: undefined,
      account: {
        insuredFrom: '202301',
        insuredTo: '202312',
        monthsHere: 12,
        monthsInAll: 12,
        balanceFen: 980_644,
        years: [{ fromMonth: '202301', toMonth: '202312', months: 12, baseFen: null, balanceFen: 980_644 }],
      },
    },
  }),
};
