/** The script tag for the host's pages. Calls before the script has loaded wait in `tandem.q`. */
export function embedSnippet(origin: string, inboxId: string): string {
  return `<script>
  window.tandem = window.tandem || function () { (tandem.q = tandem.q || []).push(arguments) };
  tandem('boot', { inboxId: '${inboxId}' });
</script>
<script async src="${origin}/widget/tandem.js"></script>`;
}

/** How the host's server vouches for a customer, and how the page passes it on. */
export function identitySnippet(inboxId: string, keyId: string): string {
  return `// npm install jose
import { SignJWT } from 'jose';

const secret = new TextEncoder().encode(process.env.TANDEM_IDENTITY_SECRET);

export const identityOf = (customer) =>
  new SignJWT({ name: customer.name, email: customer.email, attributes: { tier: customer.tier } })
    .setProtectedHeader({ alg: 'HS256', kid: '${keyId}' })
    .setSubject(customer.id)
    .setAudience('${inboxId}')
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(secret);

// <script> tandem('boot', { inboxId: '${inboxId}', identity }) </script>`;
}
