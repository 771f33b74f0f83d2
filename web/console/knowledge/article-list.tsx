import { BulbOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { ArticleView } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { MarkedText } from '../../ui/marked.tsx';
import { When } from '../frame/when.tsx';
import { articleHref } from './article-href.ts';
import { ArticleMarks } from './article-marks.tsx';

/** Articles as a table; on a phone each row becomes a small card by style alone. */
export function ArticleList({
  articles,
  stale,
}: {
  readonly articles: readonly ArticleView[];
  readonly stale: boolean;
}) {
  const { t } = useLanguage();
  return (
    <table className="article-table" aria-busy={stale}>
      <thead>
        <tr>
          <th>{t(knowledgeText.titleColumn)}</th>
          <th>{t(knowledgeText.topic)}</th>
          <th>{t(knowledgeText.language)}</th>
          <th className="number">{t(knowledgeText.cited)}</th>
          <th>{t(knowledgeText.updated)}</th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <tr key={article.id}>
            <td className="title-cell">
              <a href={articleHref(article)} lang={article.language}>
                <MarkedText text={article.title} />
              </a>
              <span className="soft">
                <ArticleMarks article={article} />
                {article.sourceConversationId && (
                  <span className="learned">
                    <BulbOutlined aria-hidden="true" /> {t(knowledgeText.learned)}
                  </span>
                )}
                {article.similarQuestions.length > 0 &&
                  fill(t(knowledgeText.wordings), { count: article.similarQuestions.length })}
              </span>
            </td>
            <td className="topic-cell">{article.topic && <Tag variant="filled">{article.topic}</Tag>}</td>
            <td>{t(article.language === 'zh' ? consoleText.chinese : consoleText.english)}</td>
            <td className="number figure">{article.citedCount > 0 ? article.citedCount : '–'}</td>
            <td className="updated-cell">
              <When at={article.updatedAt} />
              <span className="soft">{article.updatedBy}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
