package io.customerconnect.local.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The newest mails, whoever they are to; older ones are forgotten. Safe for many threads. */
public final class Mailbox {
  private static final int CAPACITY = 1_000;

  private final Deque<ReceivedMail> mails = new ArrayDeque<>();

  synchronized void add(ReceivedMail mail) {
    if (mails.size() == CAPACITY) {
      mails.removeFirst();
    }
    mails.addLast(mail);
  }

  /** From the oldest to the newest. */
  public synchronized List<ReceivedMail> mails() {
    return List.copyOf(mails);
  }

  /** The mail of a message id, unless it is forgotten. */
  public synchronized Optional<ReceivedMail> find(String id) {
    return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  /** Forgets all mails. */
  public synchronized void clear() {
    mails.clear();
  }
}
