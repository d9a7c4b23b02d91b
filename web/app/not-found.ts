/**
 * The page that a host serves in place of one that is missing, at any depth: it carries its
 * style in itself, because no relative address would hold there.
 */
import { strings } from './i18n';
import { languages, type Language } from '../shared/lesson';

const style = `
:root{color-scheme:light dark;--paper:#faf8f3;--ink:#1c1e22;--soft:#5d5b55;--rule:#dcd7cb}
@media(prefers-color-scheme:dark){:root{--paper:#14171c;--ink:#e9e6df;--soft:#a09c93;--rule:#2d323a}}
html{background:var(--paper);color:var(--ink);font:118.75%/1.55 Charter,Georgia,serif}
body{max-width:44rem;margin:0 auto;padding:clamp(3rem,16vh,9rem) 1.25rem 3rem}
header{margin:0 0 2.4rem;font-size:1.2rem}
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:2.2rem 3rem;padding-top:1.4rem;border-top:1px solid var(--rule)}
h1,h2{margin:0 0 .6rem;font-size:1.6rem;font-weight:400;line-height:1.2}
p{margin:0 0 1rem;color:var(--soft)}
a{display:inline-block;padding:.25rem 0;color:inherit;text-underline-offset:.25em}
a:focus-visible{outline:2px solid;outline-offset:3px}
`;

/** The site's root is what stands before the language in the address, or else this folder. */
const script = `
const match=/^(.*?\\/)(?:fr|en)(?:\\/|$)/.exec(location.pathname);
const root=match?match[1]:location.pathname.replace(/[^/]*$/,'');
for(const link of document.querySelectorAll('a'))link.href=root+link.lang+'/';
`;

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

function side(language: Language, index: number): string {
  const { title, text, link } = strings(language).notFound;
  const heading = index === 0 ? 'h1' : 'h2';
  return `<section lang="${language}"><${heading}>${title}</${heading}><p>${text}</p><a lang="${language}" href="/${language}/">${link}</a></section>`;
}

export async function notFoundPage(): Promise<string> {
  const policy = [
    "default-src 'none'",
    `style-src ${await hash(style)}`,
    `script-src ${await hash(script)}`,
    "base-uri 'self'",
  ].join('; ');
  return `<!doctype html>
<html lang="${languages[0]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="content-security-policy" content="${policy}">
<title>404 · Récurrence</title>
<style>${style}</style>
</head>
<body>
<header>Récurrence</header>
<main>${languages.map(side).join('')}</main>
<script>${script}</script>
</body>
</html>
`;
}
