package io.customerconnect.table;

/** What became of something that was to be saved over what its writer had read. */
public enum Saved {
  /** It stands, or stood already. */
  SAVED,
  /** Somebody else has saved something since it was read: nothing was changed. */
  CHANGED_MEANWHILE,
  /** There is nothing to save it for. */
  NOT_FOUND
}
