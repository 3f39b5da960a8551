-- Plays $RESTREAM_LINT_STEPS in the open file, and prints for each step a line of JSON: what the editor then shows.
-- Written for Neovim 0.7.

local DEADLINE_MS = 20000
local SEVERITIES = { "error", "warning", "info", "hint" }

local published = {}
local publish = vim.lsp.handlers["textDocument/publishDiagnostics"]
vim.lsp.handlers["textDocument/publishDiagnostics"] = function(err, result, ...)
  publish(err, result, ...)
  published[vim.uri_to_bufnr(result.uri)] = result.version
end

local function await(what, is_so)
  if not vim.wait(DEADLINE_MS, is_so, 10) then
    error("waited in vain for " .. what)
  end
end

local function lines_of(buffer)
  return vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false)
end

-- The row, and the columns before and behind a text in the buffer, as Neovim counts them: from 0, in bytes.
local function place_of(text)
  for row, line in ipairs(lines_of()) do
    local first, last = line:find(text, 1, true)
    if first then
      return row - 1, first - 1, last
    end
  end
  error("not in the buffer: " .. text)
end

local function go_to(row, column)
  vim.api.nvim_win_set_cursor(0, { row + 1, column })
end

local function tell(diagnostic)
  local line = lines_of()[diagnostic.lnum + 1] or ""
  return ("%d:%d %s %s [%s] %s"):format(
    diagnostic.lnum + 1,
    vim.fn.strchars(line:sub(1, diagnostic.col)) + 1,
    SEVERITIES[diagnostic.severity],
    diagnostic.code or diagnostic.user_data.lsp.code,
    line:sub(diagnostic.col + 1, diagnostic.end_col),
    diagnostic.message
  )
end

local function client()
  return vim.lsp.get_active_clients()[1]
end

local function changed_by(change)
  local before = vim.api.nvim_buf_get_changedtick(0)
  change()
  await("a change", function()
    return vim.api.nvim_buf_get_changedtick(0) ~= before
  end)
  return lines_of()
end

local steps = {}

function steps.diagnostics()
  await("diagnostics of what is shown", function()
    local buffer = vim.api.nvim_get_current_buf()
    return published[buffer] ~= nil and published[buffer] == vim.lsp.util.buf_versions[buffer]
  end)
  local diagnostics = vim.diagnostic.get(0)
  table.sort(diagnostics, function(a, b)
    return a.lnum < b.lnum or (a.lnum == b.lnum and a.col < b.col)
  end)
  return vim.tbl_map(tell, diagnostics)
end

function steps.replace(old, new)
  local row, from, to = place_of(old)
  vim.api.nvim_buf_set_text(0, row, from, row, to, { new })
  return { lines_of()[row + 1] }
end

function steps.hover(text)
  local row, from = place_of(text)
  go_to(row, from)
  vim.lsp.buf.hover()
  local float
  await("a hover", function()
    float = vim.tbl_filter(function(window)
      return vim.api.nvim_win_get_config(window).relative ~= ""
    end, vim.api.nvim_list_wins())[1]
    return float ~= nil
  end)
  local shown = lines_of(vim.api.nvim_win_get_buf(float))
  vim.api.nvim_win_close(float, true)
  return shown
end

-- What Neovim makes of the items that are offered behind a text; the cursor is there then.
local function offered_behind(text)
  local row, _, to = place_of(text)
  -- Where the cursor stands behind the last character, as it does while one types.
  vim.opt.virtualedit = "onemore"
  go_to(row, to)
  local params = vim.lsp.util.make_position_params()
  local answers = vim.lsp.buf_request_sync(0, "textDocument/completion", params, DEADLINE_MS)
  local _, answer = next(answers)
  return vim.lsp.util.text_document_completion_list_to_complete_items(answer.result, "")
end

function steps.complete(text)
  return vim.tbl_map(function(item)
    return item.abbr
  end, offered_behind(text))
end

function steps.accept(text, label)
  local items = vim.tbl_filter(function(item)
    return item.abbr == label
  end, offered_behind(text))
  function _G.offer()
    vim.fn.complete(vim.fn.col("."), items)
    return ""
  end
  local keys = "normal! i<C-r>=v:lua.offer()<CR><C-y>"
  vim.cmd(vim.api.nvim_replace_termcodes(keys, true, false, true))
  return lines_of()
end

function steps.action(text, title)
  local row, from = place_of(text)
  go_to(row, from)
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      if options.format_item(item) == title then
        return choose(item)
      end
    end
    error("not offered: " .. title .. ", but " .. vim.inspect(vim.tbl_map(options.format_item, items)))
  end
  return changed_by(vim.lsp.buf.code_action)
end

function steps.symbols()
  vim.lsp.buf.document_symbol()
  await("symbols", function()
    return #vim.fn.getqflist() > 0
  end)
  local shown = vim.tbl_map(function(item)
    return item.lnum .. " " .. item.text:gsub("^%[%w+%] ", "")
  end, vim.fn.getqflist())
  vim.cmd("cclose")
  return shown
end

function steps.rename(text, name)
  local row, from = place_of(text)
  go_to(row, from)
  return changed_by(function()
    vim.lsp.buf.rename(name)
  end)
end

-- Says the name of the server's process if that is still there.
-- Runs a command as docs/editors.md says; a person answers by the number that they see.
function steps.command(name, answer)
  local told
  local show = vim.lsp.handlers["window/showMessage"]
  vim.lsp.handlers["window/showMessage"] = function(err, result, ...)
    told = result.message
    return show(err, result, ...)
  end
  vim.fn.inputlist = function(lines)
    for _, line in ipairs(lines) do
      local number, title = line:match("^(%d+)%. (.*)$")
      if title == answer then
        return tonumber(number)
      end
    end
    return 0
  end
  vim.cmd(({ ["restream-lint.plan"] = "RestreamPlan", ["restream-lint.submit"] = "RestreamSubmit" })[name])
  await("a message", function()
    return told ~= nil
  end)
  vim.lsp.handlers["window/showMessage"] = show
  return vim.split(told, "\n")
end

function steps.stop()
  local pid = client().rpc.pid
  vim.lsp.stop_client(client().id)
  await("the server's end", function()
    return client() == nil
  end)
  return { (vim.api.nvim_get_proc(pid) or {}).name }
end

local ok, problem = xpcall(function()
  await("the server", function()
    return client() ~= nil and client().initialized
  end)
  for _, step in ipairs(vim.fn.json_decode(vim.env.RESTREAM_LINT_STEPS)) do
    local shown = steps[step[1]](step[2], step[3])
    io.stdout:write(vim.fn.json_encode(shown), "\n")
  end
end, debug.traceback)
if not ok then
  io.stderr:write(problem, "\n")
end
vim.cmd(ok and "qa!" or "cq")
