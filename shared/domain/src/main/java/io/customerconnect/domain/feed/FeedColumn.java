package io.customerconnect.domain.feed;

/** A column of a kind of file. */
public interface FeedColumn {

  /** Its name in the file's first line. */
  String header();
}
