/**
 * Company names: how they are written, how they are found, and how well they match.
 *
 * <p>{@link SearchKeys} says under which keys an entity is filed, {@link SearchPlan} which ranges
 * of keys a typed text asks for, and {@link Ranking} orders what came back. All three read names
 * through one normaliser, so that both sides of a comparison are always spelled alike.
 */
@NullMarked
package io.customerconnect.domain.names;

import org.jspecify.annotations.NullMarked;
