package io.customerconnect.domain.feed;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.domain.status.Payment;
import io.customerconnect.domain.status.StatusEntry;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An invoice as rows of files have made it. Rows of one file about the same invoice at the same
 * moment are its lines, and its amounts are their sums. Since each line is kept by its place in the
 * file, rows may come in any order, in several parts, and again.
 *
 * @param invoice with the sums of all lines, and all else as the last line has it
 * @param statement that the lines belong to
 * @param changedBy the statement that first said what is known; an earlier one where later ones
 *     have said the same
 * @param firstFile that named the invoice
 * @param lines by the line of the file
 * @param reply what a message has said of it, whenever it came
 */
public record LoadedInvoice(
    HistoricInvoice invoice,
    RowStatement statement,
    RowStatement changedBy,
    FileVersion firstFile,
    NavigableMap<Long, Line> lines,
    Optional<Reply> reply) {

  /** The most lines of an invoice. */
  public static final int MAX_LINES = 999;

  public LoadedInvoice {
    lines = Collections.unmodifiableNavigableMap(new TreeMap<>(lines));
  }

  /** The amounts of a line. */
  public record Line(Money total, Optional<Money> paid) {
    static Line of(HistoricInvoice row) {
      return new Line(row.total(), row.status().payment().amount());
    }
  }

  /**
   * What a message says of an invoice's status. It speaks neither of amounts nor of payments, and
   * need not speak of the day of payment.
   */
  public record Reply(
      Optional<ResponseCode> code,
      Clarification clarification,
      NamedDate expectedPayment,
      RowStatement statement) {}

  /** What becomes of an invoice when a row comes. */
  public sealed interface Merge {

    /** It is changed, or confirmed by a newer file. */
    record Changed(LoadedInvoice invoice) implements Merge {}

    /** The row is in it already. */
    record Same() implements Merge {}

    /** The row is older than what is known. */
    record Older() implements Merge {}
  }

  /** The invoice that one row makes. */
  public static LoadedInvoice of(HistoricInvoice row, Revision revision) {
    RowStatement statement = new RowStatement(row.asOf(), revision.file());
    TreeMap<Long, Line> lines = new TreeMap<>();
    lines.put(revision.line(), Line.of(row));
    return new LoadedInvoice(row, statement, statement, revision.file(), lines, Optional.empty());
  }

  /**
   * What becomes of this when lines of the same invoice come.
   *
   * @throws InvalidValueException when there are more lines than {@value #MAX_LINES}
   */
  public Merge merge(LoadedInvoice next) {
    int age = next.statement.compareTo(statement);
    if (age < 0) {
      return new Merge.Older();
    }
    if (age > 0) {
      return new Merge.Changed(next.after(this));
    }
    if (lines.keySet().containsAll(next.lines.keySet())) {
      return new Merge.Same();
    }
    return new Merge.Changed(with(next));
  }

  /**
   * What becomes of this when a message comes. Of two messages the newer one counts; a file that is
   * newer than both counts more, and one that is older is still the source of all amounts.
   */
  public Merge merge(Reply next) {
    int age = reply.map(known -> next.statement().compareTo(known.statement())).orElse(1);
    if (age < 0) {
      return new Merge.Older();
    }
    return age == 0
        ? new Merge.Same()
        : new Merge.Changed(
            new LoadedInvoice(invoice, statement, changedBy, firstFile, lines, Optional.of(next)));
  }

  /** The message, where it is newer than the file. */
  private Optional<Reply> newerReply() {
    return reply.filter(message -> message.statement().compareTo(statement) > 0);
  }

  /** As it is now: with the status of the message where that is newer than the file's. */
  public HistoricInvoice current() {
    return newerReply().map(this::with).orElse(invoice);
  }

  private HistoricInvoice with(Reply message) {
    StatusEntry status =
        new StatusEntry(
            Optional.empty(), message.code(), message.clarification(), invoice.status().payment());
    HistoricInvoice replied =
        invoice.with(invoice.total(), status).asOf(message.statement().asOf());
    return switch (message.expectedPayment()) {
      case NamedDate.Unsaid _ -> replied;
      case NamedDate.On _, NamedDate.None _ -> replied.expecting(message.expectedPayment());
    };
  }

  /** The statement that first said what is known now. */
  public RowStatement saidBy() {
    return newerReply().map(Reply::statement).orElse(changedBy);
  }

  /** What a row of it is told: whether its file has changed anything. */
  public Effect effect() {
    return changedBy.file().equals(statement.file()) ? Effect.CHANGED : Effect.CONFIRMED;
  }

  /** Whether what a file says of an invoice was known before. */
  public enum Effect {
    CHANGED,
    CONFIRMED
  }

  private LoadedInvoice with(LoadedInvoice more) {
    TreeMap<Long, Line> all = new TreeMap<>(lines);
    all.putAll(more.lines);
    if (all.size() > MAX_LINES) {
      throw new InvalidValueException(
          "An invoice must not have more than %d lines.".formatted(MAX_LINES));
    }
    HistoricInvoice last = more.lines.lastKey() > lines.lastKey() ? more.invoice : invoice;
    return new LoadedInvoice(summed(last, all), statement, statement, firstFile, all, reply);
  }

  /** As a newer file has it. */
  private LoadedInvoice after(LoadedInvoice older) {
    HistoricInvoice now =
        switch (invoice.expectedPayment()) {
          case NamedDate.Unsaid _ -> invoice.expecting(older.invoice.expectedPayment());
          case NamedDate.On _, NamedDate.None _ -> invoice;
        };
    boolean isSame =
        now.equals(older.invoice.asOf(now.asOf())) && lines.size() == older.lines.size();
    return new LoadedInvoice(
        now, statement, isSame ? older.changedBy : statement, older.firstFile, lines, older.reply);
  }

  private static HistoricInvoice summed(HistoricInvoice last, NavigableMap<Long, Line> lines) {
    Money total = lines.values().stream().map(Line::total).reduce(Money::plus).orElse(last.total());
    Optional<Money> paid =
        lines.values().stream().flatMap(line -> line.paid().stream()).reduce(Money::plus);
    StatusEntry status = last.status();
    Payment payment = status.payment();
    return last.with(
        total,
        new StatusEntry(
            status.word(),
            status.code(),
            status.clarification(),
            new Payment(payment.on(), paid, payment.reference())));
  }
}
