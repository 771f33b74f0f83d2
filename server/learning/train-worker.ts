/** One training on a thread of its own: the task comes as the worker's data, what came of it is its only message. */
import { parentPort, workerData } from 'node:worker_threads';
import { type TrainingTask, trainModel } from './train-model.ts';

const trained = trainModel(workerData as TrainingTask);
parentPort?.postMessage(trained, trained.kind === 'trained' ? [trained.weights.buffer as ArrayBuffer] : []);
