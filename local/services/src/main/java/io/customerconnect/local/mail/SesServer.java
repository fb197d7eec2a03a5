package io.customerconnect.local.mail;

import io.customerconnect.local.http.LoopbackServer;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * SES for the whole JVM, from {@link #start} to {@link #close}: the SDK's clients that are made in
 * between find it by themselves.
 */
public final class SesServer implements AutoCloseable {
  private static final String ENDPOINT_PROPERTY = "aws.endpointUrlSesV2";

  private final Mailbox mailbox;
  private final SesEndpoint endpoint;
  private final LoopbackServer server;
  private final List<String> events;

  private SesServer(
      Mailbox mailbox, SesEndpoint endpoint, LoopbackServer server, List<String> events) {
    this.mailbox = mailbox;
    this.endpoint = endpoint;
    this.server = server;
    this.events = events;
  }

  /** Starts. */
  public static SesServer start(SesAccount account) {
    Mailbox mailbox = new Mailbox();
    List<String> events = new CopyOnWriteArrayList<>();
    SesEndpoint endpoint = new SesEndpoint(account, mailbox, InstantSource.system(), events::add);
    LoopbackServer server = LoopbackServer.start(endpoint);
    System.setProperty(ENDPOINT_PROPERTY, server.address().toString());
    return new SesServer(mailbox, endpoint, server, events);
  }

  /** As {@link SesEndpoint#answer}. */
  public void answer(SesAnswer... next) {
    endpoint.answer(next);
  }

  /** The mails that were taken, from the oldest to the newest. */
  public List<ReceivedMail> mails() {
    return mailbox.mails();
  }

  /** The events about them, as {@link SesEndpoint} tells them, in order. */
  public String[] events() {
    return events.toArray(String[]::new);
  }

  /** As {@link SesEndpoint#requests}. */
  public int requests() {
    return endpoint.requests();
  }

  /** Forgets the mails, their events, the count, and what to answer. */
  public void reset() {
    events.clear();
    endpoint.reset();
  }

  @Override
  public void close() {
    System.clearProperty(ENDPOINT_PROPERTY);
    server.close();
  }
}
