// The mail programs a person can name: a closed list. What each can do is said elsewhere.

export const mailPrograms = ['thunderbird', 'outlook', 'apple-mail', 'evolution', 'phone', 'other'] as const;
export type MailProgram = (typeof mailPrograms)[number];
