package io.customerconnect.functions.buyer.page;

import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.mail.text.TextKey;

/** What can be wrong with what was typed. */
public enum Mistake {
  /** None of the buttons. */
  NO_DECISION(Field.DECISION, TextKey.PAGE_MISTAKE_DECISION),
  /** Not a {@link io.customerconnect.domain.party.VendorNumber}. */
  VENDOR_NUMBER_UNFIT(Field.VENDOR_NUMBER, TextKey.PAGE_MISTAKE_VENDOR_NUMBER),
  REASON_MISSING(Field.REASON, TextKey.PAGE_MISTAKE_REASON_MISSING),
  /** Longer than {@value #MAX_REASON_LENGTH} characters, or with control characters. */
  REASON_UNFIT(Field.REASON, TextKey.PAGE_MISTAKE_REASON_UNFIT),
  /** Not an {@link io.customerconnect.domain.party.EmailAddress}. */
  COLLEAGUE_UNFIT(Field.COLLEAGUE_EMAIL, TextKey.PAGE_MISTAKE_COLLEAGUE_UNFIT),
  /** Not an address that is known to be of the reader's company. */
  COLLEAGUE_ELSEWHERE(Field.COLLEAGUE_EMAIL, TextKey.PAGE_MISTAKE_COLLEAGUE_ELSEWHERE),
  /** The reader itself. */
  COLLEAGUE_SAME(Field.COLLEAGUE_EMAIL, TextKey.PAGE_MISTAKE_COLLEAGUE_SAME),
  /** The question has been passed on as often as it can be. */
  COLLEAGUE_TOO_OFTEN(Field.COLLEAGUE_EMAIL, TextKey.PAGE_MISTAKE_COLLEAGUE_TOO_OFTEN);

  /** The most characters (code points) of a reason. */
  public static final int MAX_REASON_LENGTH = HistoryEntry.MAX_DETAIL_LENGTH;

  private final Field field;
  private final TextKey text;

  Mistake(Field field, TextKey text) {
    this.field = field;
    this.text = text;
  }

  public Field field() {
    return field;
  }

  TextKey text() {
    return text;
  }
}
