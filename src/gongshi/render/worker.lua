-- Long-lived pandoc: one JSON string of Markdown a line on stdin, one answer a line on stdout: the document as pandoc's
-- own JSON, or {"error": "…"}.

-- Markdown as our templates use it: headings, paragraphs, emphasis, links, pipe tables; nothing raw.
local FORMAT = 'markdown_strict-raw_html+pipe_tables+all_symbols_escapable+blank_before_header'
  .. '+intraword_underscores'
-- One column: every table then takes the full width and its dashes give the columns' shares.
local READER = pandoc.ReaderOptions { columns = 1 }

for line in io.lines() do
  local ok, answer = pcall(function()
    return pandoc.write(pandoc.read(pandoc.json.decode(line, false), FORMAT, READER), 'json')
  end)
  io.stdout:write(ok and answer or pandoc.json.encode { error = tostring(answer):match('^[^\n]*') }, '\n')
  io.stdout:flush()
end
