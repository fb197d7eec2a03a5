package io.customerconnect.local.aws;

import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.time.InstantSource;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
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

  private final ActorSystem system;
  private final SQSRestServer server;
  private final URI endpoint;

  private QueueServer(ActorSystem system, SQSRestServer server) {
    this.system = system;
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
        SQSRestServerBuilder.withActorSystem(system)
            .withQueueManagerActor(manager)
            .withInterface("127.0.0.1")
            .withDynamicPort()
            .withSQSLimits(StrictSQSLimits$.MODULE$)
            .withAWSRegion(Names.REGION)
            .withAWSAccountId(Names.ACCOUNT)
            .start());
  }

  private static NowProvider now(InstantSource clock) {
    return new NowProvider() {
      @Override
      public long nowMillis() {
        return clock.millis();
      }

      @Override
      public java.time.OffsetDateTime now() {
        return clock.instant().atOffset(java.time.ZoneOffset.UTC);
      }
    };
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
