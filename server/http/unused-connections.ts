import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Knows the connections on which nothing is asked just now, and returns how to close them. `closeIdleConnections` of
 * Node passes over those that were opened in advance and never used, as browsers do; they would hold up a stop.
 */
export function watchConnections(server: Server): () => void {
  const asking = new Map<Socket, number>();
  server.on('connection', (socket: Socket) => {
    asking.set(socket, 0);
    socket.once('close', () => asking.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    asking.set(socket, (asking.get(socket) ?? 0) + 1);
    response.once('close', () => {
      if (asking.has(socket)) asking.set(socket, asking.get(socket)! - 1);
    });
  });
  // An upgraded connection is no longer HTTP's business.
  server.prependListener('upgrade', ({ socket }: IncomingMessage) => asking.delete(socket));
  return () => {
    for (const [socket, requests] of asking) if (requests === 0) socket.destroy();
  };
}
