/** What every part of the portal is made of: custom elements that draw themselves from state. */
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { Unreachable } from './servers.js';
import { failure, loading } from './parts/states.js';

export { html, nothing };

const shown = new Set();

/** An element that draws `template()` into itself whenever `update()` was called. */
export class View extends HTMLElement {
  #due = false;

  connectedCallback() {
    shown.add(this);
    this.draw();
    this.opened();
  }

  disconnectedCallback() {
    shown.delete(this);
    this.closed();
  }

  /** Called when it has come onto the page. */
  opened() {}

  /** Called when it has left the page. */
  closed() {}

  update() {
    if (!this.#due) {
      this.#due = true;
      queueMicrotask(() => {
        this.#due = false;
        if (this.isConnected) {
          this.draw();
        }
      });
    }
  }

  draw() {
    render(this.template(), this);
    this.drawn();
  }

  /** Called after each drawing. */
  drawn() {}
}

/** Draws all again: the words have changed. */
export function updateAll() {
  shown.forEach(view => view.update());
}

/** Something read from the API for a view, and what stands in its place until it is there. */
export class Reading {
  #view;
  #read;
  #run;

  /** @param read makes a promise of the value, given a signal that ends it */
  constructor(view, read) {
    this.#view = view;
    this.#read = read;
    this.start();
  }

  /**
   * Reads, again when it is called again or a missing network is back; what is there already stays
   * until it is replaced.
   */
  async start() {
    this.#run?.abort();
    const run = (this.#run = new AbortController());
    this.failure = undefined;
    this.#view.update();
    try {
      const value = await this.#read(run.signal);
      if (run === this.#run) {
        this.value = value;
      }
    } catch (failed) {
      if (run === this.#run && failed.name !== 'AbortError') {
        this.failure = failed;
        this.#awaitNetwork(run);
      }
    }
    this.#view.update();
  }

  #awaitNetwork(run) {
    if (this.failure instanceof Unreachable) {
      const again = () => run === this.#run && this.#view.isConnected && this.start();
      addEventListener('online', again, { once: true });
    }
  }

  /** The value drawn by `ready`, else that it is awaited or has failed. */
  show(ready) {
    if (this.failure) {
      return failure(this.failure, () => this.start());
    }
    return this.value === undefined ? loading() : ready(this.value);
  }
}

/** A list that the API gives page by page. */
export class PagedReading {
  /** @param read makes a promise of a page, given a cursor: `{items, next}` */
  constructor(view, read) {
    this.items = [];
    this.first = new Reading(view, async signal => {
      this.next = undefined;
      this.hasGoneOn = false;
      const page = await read(undefined, signal);
      this.items = page.items;
      this.next = page.next;
      return page;
    });
    this.more = async () => {
      const from = this.next;
      if (!from || this.loadingMore) {
        return;
      }
      this.loadingMore = true;
      this.moreFailure = undefined;
      view.update();
      try {
        const page = await read(from);
        // Where the list was read anew meanwhile, this page is not its next one.
        if (this.next === from) {
          this.items = [...this.items, ...page.items];
          this.next = page.next;
          this.hasGoneOn = true;
        }
      } catch (failed) {
        this.moreFailure = failed;
      }
      this.loadingMore = false;
      view.update();
    };
  }

  show(ready) {
    return this.first.show(() => ready(this.items));
  }
}

/** Keeps the browser from doing what it would do of its own. */
export function stay(event) {
  event.preventDefault();
}
