/** Of the draft of closing several tasks: what is picked is not kept, what was typed is. */
export const CLOSE_TASKS = 'closeTasks';
