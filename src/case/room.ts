/** How much room the browser gives, and whether it may take it back. */
export interface Room {
  /** Bytes; absent where the browser does not say. */
  readonly used?: number;
  readonly limit?: number;
  /** The browser will not delete by itself what is kept, even when the disk is full. */
  readonly lasting: boolean;
}

export async function room(): Promise<Room> {
  const { usage, quota } = await navigator.storage.estimate();
  const lasting = await navigator.storage.persisted();
  return { lasting, ...(usage !== undefined && { used: usage }), ...(quota !== undefined && { limit: quota }) };
}

/** Asks the browser not to delete what is kept; some browsers ask the person, so call it after something was saved. */
export function askToLast(): Promise<boolean> {
  return navigator.storage.persist();
}
