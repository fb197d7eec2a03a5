package io.customerconnect.template;

import java.util.List;

/**
 * An application that signs users in.
 *
 * @param id its logical id
 * @param callbacks where the sign-in page may send the browser back to
 */
public record UserPoolClient(String id, List<Value> callbacks) {
  public UserPoolClient {
    callbacks = List.copyOf(callbacks);
  }
}
