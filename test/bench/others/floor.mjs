// What any program must do with an ad: read the file, and parse it as Markdown and as sentences.
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import remarkParse from 'remark-parse'
import retextLatin from 'retext-latin'
import {unified} from 'unified'

const markdown = unified().use(remarkParse)
const latin = unified().use(retextLatin)
const folder = process.argv[2]
for (const name of readdirSync(folder)) {
  const text = readFileSync(path.join(folder, name), 'utf8')
  markdown.parse(text)
  latin.parse(text)
}
