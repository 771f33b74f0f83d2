/** Run as a process: an agent's desk that holds its connection and does nothing. Arguments: address, cookie. */
import { WebSocket } from 'ws';

const [url, cookie] = process.argv.slice(2) as [string, string];
const socket = new WebSocket(`${url.replace('http', 'ws')}/api/socket`, { headers: { cookie } });
socket.once('message', () => console.log('ready'));
socket.on('error', () => process.exit(1));
