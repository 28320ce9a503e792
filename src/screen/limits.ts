/** Most UTF-16 code units of one message; a whole conversation is checked message by message. */
export const MESSAGE_LIMIT = 20_000;
