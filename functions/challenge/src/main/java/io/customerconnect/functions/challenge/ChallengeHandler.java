package io.customerconnect.functions.challenge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeRefusal;
import io.customerconnect.domain.challenge.ChallengeState;
import io.customerconnect.domain.challenge.ChallengeTransitions;
import io.customerconnect.domain.challenge.FirstAnswer;
import io.customerconnect.domain.challenge.InvoiceAnswer;
import io.customerconnect.domain.challenge.Verdict;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.StoredChallenge;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * {@code GET /challenges/{challengeId}} and {@code POST} of its {@code step-1}, {@code step-2} and
 * {@code hand-over}: proves that the supplier trades with a customer (P16 to P18, P24). Each
 * answers with how the challenge then stands.
 */
public final class ChallengeHandler implements RequestStreamHandler {
  private final HttpFunction function = new HttpFunction(this::answer);
  private final Challenges challenges;
  private final Members members;
  private final Answering answering;
  private final HandingOver handingOver;
  private final InstantSource clock;

  public ChallengeHandler() {
    this(Platform.ofProcess());
  }

  public ChallengeHandler(Platform platform) {
    this(platform, Table.of(platform));
  }

  /** A handler that reaches the table in a way of its own. */
  public ChallengeHandler(Platform platform, Table table) {
    Relationships relationships = new Relationships(table);
    challenges = new Challenges(table, relationships);
    members = new Members(relationships, new DirectoryStore(table));
    clock = platform.clock();
    answering = new Answering(challenges, members, new Invoices(table), clock);
    handingOver = new HandingOver(challenges, members, clock);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    Caller caller = request.caller();
    ChallengeId id = request.path("challengeId", ChallengeId::parse);
    return switch (request.route().substring(request.route().lastIndexOf('/') + 1)) {
      case "step-1" -> {
        FirstAnswer answer = firstAnswer(request.fields());
        yield answered(
            caller,
            id,
            stands -> isAnswered(stands, answer),
            _ -> answering.first(caller, id, answer));
      }
      case "step-2" -> {
        List<InvoiceAnswer> answers = secondAnswers(request.fields());
        yield answered(
            caller,
            id,
            _ -> false,
            read -> {
              check(answers, read);
              return answering.second(caller, read, id, answers);
            });
      }
      case "hand-over" -> {
        request.fields().noOthers();
        yield handOver(caller, id);
      }
      default -> shown(find(caller, id).challenge(), Optional.empty());
    };
  }

  private StoredChallenge find(Caller caller, ChallengeId id) {
    StoredChallenge read = challenges.find(caller.account(), id.legalEntity());
    if (read.challenge().state().latest().filter(id::equals).isEmpty()) {
      throw ChallengeView.problem(ChallengeRefusal.NO_SUCH_CHALLENGE).asException();
    }
    return read;
  }

  /** Whether step 1 was passed with this invoice. */
  private static boolean isAnswered(Challenge challenge, FirstAnswer answer) {
    return challenge
        .askedSecond()
        .filter(asked -> asked.first().key().equals(answer.number().key()))
        .isPresent();
  }

  /**
   * Answers a step, unless an earlier call has done so, or is quicker.
   *
   * @param isAnswered whether a challenge that is open has got past the step by this answer
   */
  private HttpResponse answered(
      Caller caller,
      ChallengeId id,
      Predicate<Challenge> isAnswered,
      Function<StoredChallenge, Answering.Outcome> answer) {
    StoredChallenge read = find(caller, id);
    return earlier(caller, read, isAnswered)
        .orElseGet(
            () ->
                switch (answer.apply(read)) {
                  case Answering.Outcome.Compared(StoredChallenge challenge, Verdict verdict) -> {
                    answering.finish(caller, challenge);
                    yield shown(challenge.challenge(), Optional.of(verdict));
                  }
                  case Answering.Outcome.Undecided(ChallengeRefusal why) ->
                      earlier(caller, find(caller, id), isAnswered)
                          .orElseThrow(() -> ChallengeView.problem(why).asException());
                  case Answering.Outcome.TooShort(int atLeast) ->
                      throw ChallengeView.tooShort(atLeast).asException();
                });
  }

  /** What an earlier call has led to, of which the answer may be lost. */
  private Optional<HttpResponse> earlier(
      Caller caller, StoredChallenge read, Predicate<Challenge> isAnswered) {
    if (read.challenge().state() instanceof ChallengeState.Passed) {
      answering.finish(caller, read);
      return Optional.of(shown(read.challenge(), Optional.empty()));
    }
    return isAnswered.test(read.challenge())
        ? Optional.of(shown(read.challenge(), Optional.of(Verdict.RIGHT)))
        : Optional.empty();
  }

  private HttpResponse handOver(Caller caller, ChallengeId id) {
    // Whoever is still to be connected by a proof is not to be asked.
    answering.finish(caller, find(caller, id));
    handingOver
        .handOver(caller, id)
        .ifPresent(
            why -> {
              throw ChallengeView.problem(why).asException();
            });
    return shown(find(caller, id).challenge(), Optional.empty());
  }

  private HttpResponse shown(Challenge challenge, Optional<Verdict> verdict) {
    Members.Standing standing = members.standing(challenge);
    Challenge now =
        new ChallengeTransitions(standing.rules(challenge.legalEntity()))
            .asOf(challenge, clock.instant());
    return HttpResponse.ok(ChallengeView.json(now, standing, verdict));
  }

  private FirstAnswer firstAnswer(Fields fields) {
    FirstAnswer answer =
        new FirstAnswer(fields.require("invoiceNumber", InvoiceNumber::new), invoiceAnswer(fields));
    fields.noOthers();
    return answer;
  }

  /** One answer, or a list of them in the stronger form that asks for two invoices. */
  private List<InvoiceAnswer> secondAnswers(Fields fields) {
    List<Fields> several = fields.objects("answers");
    List<InvoiceAnswer> answers =
        several.isEmpty()
            ? List.of(invoiceAnswer(fields))
            : several.stream().map(this::invoiceAnswer).toList();
    several.forEach(Fields::noOthers);
    fields.noOthers();
    return answers;
  }

  private static void check(List<InvoiceAnswer> answers, StoredChallenge read) {
    read.challenge()
        .askedSecond()
        .map(state -> state.second().numbers().size())
        .filter(asked -> asked != answers.size())
        .ifPresent(
            asked -> {
              throw Problem.of(
                      ProblemType.INVALID_FIELD,
                      "Please answer for each of the " + asked + " invoices, in their order.",
                      "answers")
                  .asException();
            });
  }

  private InvoiceAnswer invoiceAnswer(Fields fields) {
    return Answers.about(fields, clock.instant());
  }
}
