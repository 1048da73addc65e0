import { expect, it } from 'vitest';
import { html, textOf } from './html.ts';

it('whatever is put into a page is escaped, in text and in attributes', () => {
  const evil = `"><script>alert('x')</script>&`;
  expect(textOf(html`<p title="${evil}">${evil}</p>`)).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
  );
});

it('pieces of page go in as they are, lists one after the other, nothing for nothing', () => {
  const items = ['Sen', '<b>'].map((name) => html`<li>${name}</li>`);
  expect(textOf(html`<ul>${items}${null}${false}${undefined}${0}</ul>`)).toBe('<ul><li>Sen</li><li>&lt;b&gt;</li>0</ul>');
});
