/** Who has how much, who is away, and who stands in. */
export const colleagues = {
  title: 'Colleagues',
  load: {
    title: 'Who has how much',
    explain:
      'Every number opens exactly its cases. This week ends on Sunday; what is late or on hold stands apart from it.',
    name: 'Colleague',
    open: 'Held',
    dueThisWeek: 'Due this week',
    overdue: 'Overdue',
    held: 'On hold',
    stewarded: 'As steward',
    tasks: 'Tasks',
    tasksOverdue: 'Tasks overdue',
    away: 'Away',
    left: 'Has left',
    nobody: 'Nobody works here yet.',
  },
  lent: {
    title: 'Who has whose',
    explain: 'While somebody is away. It goes back by itself on the day after the absence.',
    of: 'Away',
    holder: 'Stands in',
    steps: 'Steps',
    tasks: 'Tasks',
    stewarded: 'Transfers in his care',
    none: 'Everybody has their own.',
  },
};
