import { Button } from 'antd';
import { useEffect } from 'react';
import { signInText } from '../../core/text/sign-in.ts';
import { errorSentence } from './api.ts';
import { BrandMark } from './brand-mark.tsx';
import { useLanguage } from './language.ts';
import './sign-in.css';

/** Milliseconds between two looks for the server. */
const every = 5_000;

/** The page could not ask who is signed in: what happened, what to do, and it goes on by itself when the server is back. */
export function NoServer({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useLanguage();
  const { message, code } = errorSentence(error);
  useEffect(() => {
    const timer = setInterval(() => {
      void fetch('/readyz').then(
        ({ ok }) => ok && onRetry(),
        () => undefined,
      );
    }, every);
    return () => clearInterval(timer);
  }, [onRetry]);
  return (
    <main className="sign-in">
      <div className="sign-in-card" role="alert">
        <div className="sign-in-brand">
          <BrandMark />
          <h1>{t(signInText.noServer)}</h1>
        </div>
        <p className="sign-in-help">{message}</p>
        <p className="sign-in-help">{t(signInText.noServerHelp)}</p>
        <Button type="primary" block size="large" onClick={onRetry}>
          {t(signInText.retry)}
        </Button>
        <p className="sign-in-foot">
          {t(signInText.code)} {code}
        </p>
      </div>
    </main>
  );
}
