package io.customerconnect.local.queues;

import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.QueueStatistics;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.msg.GetQueueStatistics;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;

/**
 * SQS: ElasticMQ, on a free port. Its messages are hidden by the given clock, so that moving the
 * clock brings those back that have failed.
 */
public final class QueueServer implements AutoCloseable {
  private static final String CONFIGURATION =
      """
      pekko.loglevel = WARNING
      pekko.stdout-loglevel = WARNING
      pekko.daemonic = on
      pekko.http.server.request-timeout = 30s
      pekko.http.server.idle-timeout = 60s
      """;

  /** What all services of the embedded stack are in. */
  public static final String REGION = "eu-central-1";

  public static final String ACCOUNT = "000000000000";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ActorSystem system;
  private final ActorRef manager;
  private final InstantSource clock;
  private final SQSRestServer server;
  private final URI endpoint;

  private QueueServer(
      ActorSystem system, ActorRef manager, InstantSource clock, SQSRestServer server) {
    this.system = system;
    this.manager = manager;
    this.clock = clock;
    this.server = server;
    this.endpoint =
        URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
  }

  /** Starts it, and waits until it listens. */
  public static QueueServer start(InstantSource clock) {
    ActorSystem system =
        ActorSystem.create(
            "queues", ConfigFactory.parseString(CONFIGURATION).withFallback(ConfigFactory.load()));
    ActorRef manager =
        system.actorOf(
            Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(now(clock), StrictSQSLimits$.MODULE$, Option.empty())));
    return new QueueServer(
        system,
        manager,
        clock,
        SQSRestServerBuilder.withActorSystem(system)
            .withQueueManagerActor(manager)
            .withInterface("127.0.0.1")
            .withDynamicPort()
            .withSQSLimits(StrictSQSLimits$.MODULE$)
            .withAWSRegion(REGION)
            .withAWSAccountId(ACCOUNT)
            .start());
  }

  private static NowProvider now(InstantSource clock) {
    return new NowProvider() {
      @Override
      public long nowMillis() {
        return clock.millis();
      }

      @Override
      public OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
      }
    };
  }

  /**
   * What a queue holds by the given clock; the numbers that ElasticMQ gives by HTTP are by the
   * machine's.
   */
  public Depth depth(String queue) {
    Object found = ask(manager, new LookupQueue(queue));
    if (!(found instanceof Option<?> option)
        || option.isEmpty()
        || !(option.get() instanceof ActorRef actor)
        || !(ask(actor, new GetQueueStatistics(clock.millis()))
            instanceof QueueStatistics statistics)) {
      throw new IllegalArgumentException("There is no queue " + queue);
    }
    return new Depth(
        statistics.approximateNumberOfVisibleMessages(),
        statistics.approximateNumberOfInvisibleMessages(),
        statistics.approximateNumberOfMessagesDelayed());
  }

  private static Object ask(ActorRef actor, Object message) {
    return Patterns.ask(actor, message, PATIENCE).toCompletableFuture().join();
  }

  /** Where it listens. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    server.stopAndWait();
    system.terminate();
  }
}
