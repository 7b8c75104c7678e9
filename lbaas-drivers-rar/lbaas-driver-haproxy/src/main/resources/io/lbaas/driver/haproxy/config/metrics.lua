-- The figures of one load balancer in Prometheus's text format, with the names that HAProxy's own exporter has for them.
-- That exporter would show the figures of every tenant of the process. Servers are left out: Lua keeps references to those
-- that were deleted while HAProxy runs, and looking at one ends the process.

local TRAFFIC = {
    { "current_sessions", "gauge", "scur" },
    { "sessions_total", "counter", "stot" },
    { "bytes_in_total", "counter", "bin" },
    { "bytes_out_total", "counter", "bout" },
}

local RESPONSES = { "1xx", "2xx", "3xx", "4xx", "5xx", "other" }

local KINDS = {
    frontend = {
        { "limit_sessions", "gauge", "slim" },
        { "requests_denied_total", "counter", "dreq" },
        { "request_errors_total", "counter", "ereq" },
        { "http_requests_total", "counter", "req_tot" },
    },
    backend = {
        { "current_queue", "gauge", "qcur" },
        { "connection_errors_total", "counter", "econ" },
        { "response_errors_total", "counter", "eresp" },
        { "retry_warnings_total", "counter", "wretr" },
        { "redispatch_warnings_total", "counter", "wredis" },
        { "active_servers", "gauge", "act" },
        { "backup_servers", "gauge", "bck" },
    },
}

local function line(lines, kind, metric, labels, value)
    lines[#lines + 1] = string.format("haproxy_%s_%s{%s} %s", kind, metric, labels, value)
end

local function write_metric(lines, kind, metric, rows)
    lines[#lines + 1] = string.format("# TYPE haproxy_%s_%s %s", kind, metric[1], metric[2])
    for _, row in ipairs(rows) do
        local value = row.stats[metric[3]]
        if value ~= nil and value ~= "" then
            line(lines, kind, metric[1], row.labels, value)
        end
    end
end

local function write_kind(lines, kind, rows)
    for _, metrics in ipairs({ TRAFFIC, KINDS[kind] }) do
        for _, metric in ipairs(metrics) do
            write_metric(lines, kind, metric, rows)
        end
    end
    lines[#lines + 1] = string.format("# TYPE haproxy_%s_http_responses_total counter", kind)
    for _, row in ipairs(rows) do
        for _, code in ipairs(RESPONSES) do
            local value = row.stats["hrsp_" .. code]
            if value ~= nil and value ~= "" then
                line(lines, kind, "http_responses_total", row.labels .. ',code="' .. code .. '"', value)
            end
        end
    end
    lines[#lines + 1] = string.format("# TYPE haproxy_%s_status gauge", kind)
    for _, row in ipairs(rows) do
        line(lines, kind, "status", row.labels .. ',state="' .. row.stats["status"] .. '"', 1)
    end
end

local function row(stats, labels)
    return { stats = stats, labels = labels }
end

core.register_service("lbaas_metrics", "http", function(applet)
    local rows = { frontend = {}, backend = {} }
    local listeners = {}
    for id in applet:get_var("txn.listeners"):gmatch("%S+") do
        listeners[id] = true
        local frontend = core.frontends[id]
        if frontend ~= nil then
            table.insert(rows.frontend, row(frontend:get_stats(), 'proxy="' .. id .. '"'))
        end
    end
    for name, backend in pairs(core.backends) do
        if listeners[name:match(":(.+)")] then
            table.insert(rows.backend, row(backend:get_stats(), 'proxy="' .. name .. '"'))
        end
    end
    local lines = {}
    for _, kind in ipairs({ "frontend", "backend" }) do
        write_kind(lines, kind, rows[kind])
    end
    local body = table.concat(lines, "\n") .. "\n"
    applet:set_status(200)
    applet:add_header("Content-Type", "text/plain; version=0.0.4")
    applet:add_header("Content-Length", tostring(#body))
    applet:start_response()
    applet:send(body)
end)
