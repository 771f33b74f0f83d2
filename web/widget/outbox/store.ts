import type { OutboxItem } from './item.ts';

/** Where items and the last known conversation survive a reload. Every call is durable when it resolves. */
export interface Store {
  items(scope: string): Promise<OutboxItem[]>;
  put(item: OutboxItem): Promise<void>;
  remove(id: string): Promise<void>;
  remember(scope: string, value: unknown): Promise<void>;
  recall(scope: string): Promise<unknown>;
  /** Forgets everything of every scope that begins so. */
  clear(beginning: string): Promise<void>;
}

/** IndexedDB, or memory where the browser keeps none (some private windows): then a reload forgets. */
export async function openStore(): Promise<Store> {
  try {
    return storeIn(await openDatabase());
  } catch {
    return storeInMemory();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('tandem', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('outbox', { keyPath: 'id' }).createIndex('scope', 'scope');
      request.result.createObjectStore('memory');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

function storeIn(database: IDBDatabase): Store {
  const within = <T>(
    name: string,
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T> | undefined,
  ) =>
    new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(name, mode, { durability: 'strict' });
      const request = ask(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request?.result as T);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  const items = (scope: string) =>
    within<OutboxItem[]>('outbox', 'readonly', (store) => store.index('scope').getAll(scope));
  return {
    items,
    put: async (item) => {
      await within('outbox', 'readwrite', (store) => store.put(item));
    },
    remove: async (id) => {
      await within('outbox', 'readwrite', (store) => store.delete(id));
    },
    remember: async (scope, value) => {
      await within('memory', 'readwrite', (store) => store.put(value, scope));
    },
    recall: (scope) => within<unknown>('memory', 'readonly', (store) => store.get(scope)),
    clear: async (beginning) => {
      const scopes = IDBKeyRange.bound(beginning, `${beginning}\uffff`);
      const found = await within<OutboxItem[]>('outbox', 'readonly', (store) =>
        store.index('scope').getAll(scopes),
      );
      for (const { id } of found) await within('outbox', 'readwrite', (store) => store.delete(id));
      await within('memory', 'readwrite', (store) => store.delete(scopes));
    },
  };
}

/** The same promises within one page. */
export function storeInMemory(): Store {
  const outbox = new Map<string, OutboxItem>();
  const memory = new Map<string, unknown>();
  return {
    items: async (scope) => [...outbox.values()].filter((item) => item.scope === scope),
    put: async (item) => void outbox.set(item.id, item),
    remove: async (id) => void outbox.delete(id),
    remember: async (scope, value) => void memory.set(scope, value),
    recall: async (scope) => memory.get(scope),
    clear: async (beginning) => {
      for (const item of outbox.values()) if (item.scope.startsWith(beginning)) outbox.delete(item.id);
      for (const scope of memory.keys()) if (scope.startsWith(beginning)) memory.delete(scope);
    },
  };
}
