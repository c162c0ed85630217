import type { Messages } from '../messages.ts';

export const colleagues: Messages['colleagues'] = {
  title: '同事分工',
  load: {
    title: '工作量',
    explain: '点击数字可查看对应业务。本周截至周日；逾期和暂缓的单独列出。',
    name: '姓名',
    open: '在办',
    dueThisWeek: '本周到期',
    overdue: '逾期',
    held: '暂缓',
    stewarded: '任管家',
    tasks: '待办',
    tasksOverdue: '逾期待办',
    away: '休假',
    left: '已离岗',
    nobody: '尚无在岗人员。',
  },
  lent: {
    title: '代办情况',
    explain: '休假期间由他人代办的工作，休假结束次日自动交回。',
    of: '休假人',
    holder: '代办人',
    steps: '环节',
    tasks: '待办',
    stewarded: '代任管家',
    none: '目前没有代办。',
  },
};
