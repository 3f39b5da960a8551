/** A person wants it to end, before anything was sent. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
