-- Long-lived pandoc: one JSON request a line on stdin, one JSON answer a line on stdout.
-- Request {to = "typst" | "html", markdown = "…", labelled = true | false} answers {text = "…"};
-- request {to = "docx", blocks = {{markdown = "…"} | {openxml = "…"}, …}, reference = path, out = path} answers {}.
-- Any failure answers {error = "…"}.

-- Markdown as our templates use it: headings, paragraphs, emphasis, links, pipe tables; nothing raw.
local FORMAT = 'markdown_strict-raw_html+pipe_tables+all_symbols_escapable+blank_before_header'
  .. '+intraword_underscores'
-- One column: every table then takes the full width and its dashes give the columns' shares.
local READER = pandoc.ReaderOptions { columns = 1 }
local WRITER = { html = pandoc.WriterOptions { wrap_text = 'none' }, typst = pandoc.WriterOptions { wrap_text = 'none' } }
local HAN = { '一', '二', '三', '四', '五', '六', '七', '八', '九', '十' }

--- Chinese numeral of 1 to 99.
local function han(n)
  if n <= 10 then return HAN[n] end
  local tens, ones = n // 10, n % 10
  return (tens > 1 and HAN[tens] or '') .. '十' .. (ones > 0 and HAN[ones] or '')
end

-- Level numbers of GB/T 9704-2012, 7.3.3: 一、 （一） 1． （1）; Markdown's ## is the first level.
local LABEL = {
  function(n) return han(n) .. '、' end,
  function(n) return '（' .. han(n) .. '）' end,
  function(n) return n .. '．' end,
  function(n) return '（' .. n .. '）' end,
}

local function level_of(header)
  return math.min(math.max(header.level - 1, 1), 4)
end

--- By their places, the headings with another of their level below the same heading: one alone bears no number.
local function several(blocks)
  local found, first = {}, {}
  for at, block in ipairs(blocks) do
    if block.t == 'Header' then
      local level = level_of(block)
      for deeper = level + 1, 4 do first[deeper] = nil end
      if first[level] then found[first[level]], found[at] = true, true end
      first[level] = first[level] or at
    end
  end
  return found
end

-- A heading alone on its level is none of the numbered levels, so its type is the text's, as that of the third is.
local ALONE, AS_TEXT = 'alone', 3

--- Number the headings; a heading that ends in 。 runs in to the paragraph after it.
local function number(blocks)
  local counts, done, counted = { 0, 0, 0, 0 }, pandoc.List(), several(blocks)
  for at, block in ipairs(blocks) do
    local last = done[#done]
    if block.t == 'Header' then
      local level = level_of(block)
      counts[level] = counts[level] + 1
      for deeper = level + 1, 4 do counts[deeper] = 0 end
      block.level = level
      if counted[at] then
        block.content:insert(1, pandoc.Str(LABEL[level](counts[level])))
      else
        block.classes = { ALONE }
      end
      done:insert(block)
    elseif block.t == 'Para' and last and last.t == 'Header' and pandoc.utils.stringify(last):match('。$') then
      local level = last.classes[1] == ALONE and AS_TEXT or last.level
      local lead = pandoc.Span(last.content, { class = 'level' .. level })
      done[#done] = pandoc.Para(pandoc.List { lead } .. block.content)
    else
      done:insert(block)
    end
  end
  return done
end

local SCHEMES = { http = true, https = true, mailto = true, tel = true }

local BLOCKS = { Header = true, Para = true, Plain = true, Table = true }

--- What prose must not hold: a picture could carry a file of this machine into a document; for lists, quotes and code
--- official documents have no form.
local GUARD = {
  Block = function(block) if not BLOCKS[block.t] then error(block.t, 0) end end,
  Code = function() error('Code', 0) end,
  Image = function() error('Image', 0) end,
  RawInline = function() error('Raw', 0) end,
  RawBlock = function() error('Raw', 0) end,
  Link = function(link)
    if not SCHEMES[link.target:match('^(%a+):') or ''] then error('Link', 0) end
  end,
}

local function is_han(text, at)
  return text and text:byte(at) >= 0x80
end

--- A line break in the source is a space between Latin words and nothing beside a hanzi.
local JOIN = {
  Inlines = function(inlines)
    for i = #inlines, 1, -1 do
      if inlines[i].t == 'SoftBreak' then
        local before, after = inlines[i - 1], inlines[i + 1]
        if is_han(before and before.text, -1) or is_han(after and after.text, 1) then inlines:remove(i) end
      end
    end
    return inlines
  end,
}

--- The text of a cell, and whether it was strong: that is a mark of ours and not printed.
local function unmarked(cell)
  local block = cell.contents[1]
  local strong = block and #block.content == 1 and block.content[1].t == 'Strong'
  if strong then cell.contents = { pandoc.Plain(block.content[1].content) } end
  return pandoc.utils.stringify(cell.contents), strong
end

-- A merged cell stays on one page; one of more rows could leave half a page empty before it.
local MOST = 12

--- Cut a run of rows into parts of equal length that are no longer than they may be.
local function cut(begins, first, last)
  local count = last - first + 1
  local parts = math.ceil(count / MOST)
  for part = 1, parts - 1 do begins[first + math.ceil(part * count / parts)] = true end
end

--- Cells of equal text below each other become one in the columns `grouping`, from left to right: what a column keeps
--- apart stays apart in those to its right, and a mark keeps a cell apart from the one above it.
local function merge(rows, grouping)
  local begins, spans = { [#rows + 1] = true }, {}
  for _, column in ipairs(grouping) do
    local above
    for at, row in ipairs(rows) do
      local text, marked = unmarked(row.cells[column])
      if text ~= above or text == '' or marked then begins[at] = true end
      above = text
    end
    local first = 1
    for at = 2, #rows + 1 do
      if begins[at] then
        cut(begins, first, at - 1)
        first = at
      end
    end
    first = 1
    for at = 2, #rows + 1 do
      if begins[at] then
        table.insert(spans, 1, { column = column, first = first, last = at - 1 })
        first = at
      end
    end
  end
  -- The columns at the right go first: a row that loses a cell counts its columns anew.
  for _, span in ipairs(spans) do
    rows[span.first].cells[span.column].row_span = span.last - span.first + 1
    for at = span.first + 1, span.last do rows[at].cells:remove(span.column) end
  end
end

--- Nothing is merged and every row bears a label, by which the layout tells its page.
local function label(rows)
  for _, row in ipairs(rows) do
    row.cells[1].contents:insert(1, pandoc.Plain { pandoc.RawInline('typst', '#metadata(none)<row>') })
  end
end

--- Nothing is merged and no mark is left.
local function repeated(rows, grouping)
  for _, row in ipairs(rows) do
    for _, column in ipairs(grouping) do unmarked(row.cells[column]) end
  end
end

-- Hanzi on a line as wide as the text: 14 pt, and 12 pt from six columns on; a cell has less by the air beside them.
local WIDE, DENSE, AIR = 31, 36, 0.7

--- On paper a head too long for its column breaks before its unit: 资金 above （万元）.
local function break_head(cell, share, columns)
  local block = cell.contents[1]
  local text = pandoc.utils.stringify(cell.contents)
  -- Lua's sets hold bytes, not characters: the last bracket is found by itself.
  local at = text:match('^.+()（.*）$')
  local name, unit = text:sub(1, (at or 1) - 1), at and text:sub(at)
  local room = (share or 1) * (columns < 6 and WIDE or DENSE) - AIR
  if unit and #block.content == 1 and utf8.len(text) > room then
    cell.contents = { pandoc.Plain { pandoc.Str(name), pandoc.LineBreak(), pandoc.Str(unit) } }
  end
end

--- A column whose head is strong groups the rows of its table: `arrange` gets the rows and those columns. Pages on the
--- web repeat the names, as search and copies want them.
local function group(arrange)
  return {
    Table = function(tbl)
      local grouping = {}
      for _, row in ipairs(tbl.head.rows) do
        for at, cell in ipairs(row.cells) do
          local _, strong = unmarked(cell)
          if strong then table.insert(grouping, at) end
          if arrange ~= repeated then break_head(cell, tbl.colspecs[at][2], #tbl.colspecs) end
        end
      end
      if #grouping > 0 then arrange(tbl.bodies[1].body, grouping) end
      return tbl
    end,
  }
end

local function read(markdown, arrange)
  local doc = pandoc.read(markdown, FORMAT, READER):walk(GUARD):walk(JOIN):walk(group(arrange))
  doc.blocks = number(doc.blocks)
  return doc
end

--- On paper the level of a heading gives its type.
local function typed(header)
  if header.classes[1] == ALONE then header.level = AS_TEXT end
  header.classes = {}
  return header
end

-- pandoc leaves Typst's shorthands live (-? ... --), so all ASCII punctuation is written as a code point.
local TYPST = {
  Header = typed,
  Str = function(str)
    if str.text:find('%p') then
      return pandoc.RawInline('typst', (str.text:gsub('%p', function(c) return string.format('\\u{%x}', c:byte()) end)))
    end
  end,
  Span = function(span)
    return pandoc.List { pandoc.RawInline('typst', '#runin("' .. span.classes[1] .. '")[') } .. span.content
      .. { pandoc.RawInline('typst', ']') }
  end,
}

-- In DOCX a run-in heading is a character style; styles are named in the reference document.
local DOCX = {
  Header = typed,
  Span = function(span) return pandoc.Span(span.content, { ['custom-style'] = span.classes[1] .. ' run-in' }) end,
}

local HTML = {
  Header = function(header)
    header.level, header.classes = header.level + 1, {}
    return header
  end,
}

local TO = {}

function TO.typst(request)
  return { text = pandoc.write(read(request.markdown, request.labelled and label or merge):walk(TYPST), 'typst-smart', WRITER.typst) }
end

function TO.html(request)
  return { text = pandoc.write(read(request.markdown, repeated):walk(HTML), 'html5', WRITER.html) }
end

function TO.docx(request)
  local blocks = pandoc.List()
  for _, block in ipairs(request.blocks) do
    if block.openxml then
      blocks:insert(pandoc.RawBlock('openxml', block.openxml))
    else
      blocks:extend(read(block.markdown, merge):walk(DOCX).blocks)
    end
  end
  local options = pandoc.WriterOptions { reference_doc = request.reference }
  local file = assert(io.open(request.out, 'wb'))
  file:write(pandoc.write(pandoc.Pandoc(blocks), 'docx', options))
  file:close()
  return {}
end

for line in io.lines() do
  local ok, answer = pcall(function()
    local request = pandoc.json.decode(line, false)
    return TO[request.to](request)
  end)
  io.stdout:write(pandoc.json.encode(ok and answer or { error = tostring(answer):match('^[^\n]*') }), '\n')
  io.stdout:flush()
end
