import { type PlayOrder, play } from './play.ts';

/** A day takes a second or more to play: beside the page, so that it stays quick. */
self.onmessage = ({ data }: MessageEvent<PlayOrder>) => {
  self.postMessage(play(data, () => performance.now()));
};
