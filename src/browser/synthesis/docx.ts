import { strToU8, zipSync } from 'fflate';
import { markup, type Markup } from '../../wording/markup.ts';
import type { Summary } from '../../synthesis/summary.ts';
import { need } from '../../model/need.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const border = (name: string) => markup`<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;

/**
 * A summary of findings as a document for word processors: a caption, a table with its head repeated on each
 * page, the notes. ECMA-376, part 1, the least that it asks for.
 */
export function toDocx({ caption, rows, notes }: Summary): Blob {
  const [first, ...body] = rows;
  const width = Math.floor(15_000 / need(first).length);
  const borders = ['top', 'bottom', 'insideH'].map(border);
  const table = markup`<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${need(
    first,
  ).map(
    () => markup`<w:gridCol w:w="${width}"/>`,
  )}</w:tblGrid>${row(need(first), true)}${body.map((cells) => row(cells, false))}</w:tbl>`;
  const page = markup`<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="900" w:right="900" w:bottom="900" w:left="900" w:header="450" w:footer="450" w:gutter="0"/></w:sectPr>`;
  const document = markup`<w:document xmlns:w="${main}"><w:body>${paragraph(caption, true)}${table}${paragraph('')}${notes.map((note) => paragraph(note))}${page}</w:body></w:document>`;
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}${document.text}`,
  };
  const packed = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
  return new Blob([packed]);
}

const row = (cells: readonly string[], isHead: boolean): Markup =>
  markup`<w:tr>${isHead && markup`<w:trPr><w:tblHeader/></w:trPr>`}${cells.map((text) => markup`<w:tc>${paragraph(text, isHead)}</w:tc>`)}</w:tr>`;

const paragraph = (text: string, isBold = false): Markup =>
  markup`<w:p><w:r>${isBold && markup`<w:rPr><w:b/></w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
