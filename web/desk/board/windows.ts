/** Where the board is, and the names of the two windows, so that each opens in the one that is already there. */
export const boardPath = '/desk/board';
export const boardWindow = 'tandem-board';
export const deskWindow = 'tandem-desk';

/** Where the desk shows a conversation. */
export const deskPathOf = (conversationId: string) => `/desk/#/c/${encodeURIComponent(conversationId)}`;

/** Whether the address is the board's. */
export const isBoard = (pathname: string) => /\/board\/?$/.test(pathname);
