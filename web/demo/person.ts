const key = 'lanye-signed-in';

/** The shop's own sign-in, which the demo plays: whose session this browser has, if any. */
export function signedInAs(): string | null {
  return sessionStorage.getItem(key);
}

export function rememberSignIn(contact: string | null): void {
  if (contact === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, contact);
}

/**
 * A function that fetches a fresh signed identity of the contact, as a shop's server would issue it for its session.
 * It rejects when the server gives none.
 */
export function identityOf(contact: string): () => Promise<string> {
  return async () => {
    const response = await fetch(`/demo/identity?contact=${encodeURIComponent(contact)}`);
    if (!response.ok) throw new Error(`no identity: ${response.status}`);
    const { identity } = (await response.json()) as { identity: string };
    return identity;
  };
}
