// monitoring.js [--write]: what .ci/monitoring checks beside promtool.
'use strict';
const fs = require('fs');
const path = require('path');
const yaml = require('yaml');

const read = (file) => fs.readFileSync(file, 'utf8');
const folder = 'deploy/monitoring';
const violations = [];

// What Prometheus and the platform (Micrometer's binders) export by themselves, as far as we use it.
const exported = new Set([
    'up', 'ALERTS', 'http_server_requests_seconds_count', 'http_server_requests_seconds_sum', 'http_server_requests_seconds_max',
    'jvm_gc_overhead', 'jvm_memory_used_bytes', 'jvm_memory_max_bytes', 'process_cpu_usage', 'process_start_time_seconds',
]);

/** The names under which Prometheus sees a meter. */
function namesOf(kind, meter, text) {
    const name = meter.replace(/[.-]/g, '_');
    if (kind === 'counter') return [`${name}_total`];
    if (kind === 'gauge') return [name];
    // Of a timer a quantile or buckets only where its builder publishes them.
    return [
        ...['count', 'sum', 'max'].map((part) => `${name}_seconds_${part}`),
        ...(text.includes('publishPercentiles') ? [`${name}_seconds`] : []),
        ...(text.includes('serviceLevelObjectives') ? [`${name}_seconds_bucket`] : []),
    ];
}

function* sources(of) {
    for (const entry of fs.readdirSync(of, { withFileTypes: true })) {
        const file = path.join(of, entry.name);
        if (entry.isDirectory()) yield* sources(file);
        else if (entry.name.endsWith('.java')) yield file;
    }
}
for (const service of ['ingest-service', 'events-service', 'alerts-service', 'deploy/service']) {
    for (const file of sources(`${service}/src/main/java`)) {
        const text = read(file);
        for (const [, builder, method, meter] of text.matchAll(/\b(?:(Timer|Counter|Gauge)\.builder|(gauge|counter|timer))\(\s*(?:\w+,\s*)?"(tocsin\.[\w.-]+)"/g)) {
            namesOf((builder ?? method).toLowerCase(), meter, text).forEach((name) => exported.add(name));
        }
    }
}

const rules = yaml.parse(read(`${folder}/rules.yaml`));
const all = rules.groups.flatMap((group) => group.rules);
all.filter(({ record }) => record).forEach(({ record }) => exported.add(record));

/** The metrics of an expression: words that are no function, no label and no modifier. */
function metricsOf(expression) {
    const bare = expression.replace(/"[^"]*"/g, '""').replace(/\{[^}]*\}/g, '').replace(/\[[^\]]*\]/g, '')
        .replace(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, '').replace(/\boffset\s+\w+/g, '');
    return [...bare.matchAll(/[a-zA-Z_][\w:]*(?!\w*\s*\()/g)].map(([word]) => word).filter((word) => /[_:]|^(up|ALERTS)$/.test(word));
}
const check = (where, expression) => metricsOf(expression).forEach((name) => {
    if (!exported.has(name)) violations.push(`${where}: nothing exports ${name}`);
});

const tests = read(`${folder}/rules.test.yaml`);
const operations = read('docs/operations.md');
for (const { alert, record, expr, labels, annotations } of all) {
    check(alert ?? record, expr);
    if (!alert) continue;
    if (!tests.includes(`alertname: ${alert}\n`)) violations.push(`${alert}: has no test`);
    if (!operations.includes(`\n### ${alert}\n`)) violations.push(`${alert}: docs/operations.md has no section of that name`);
    if (annotations?.runbook !== `docs/operations.md#${alert.toLowerCase()}`) violations.push(`${alert}: its runbook is not its section`);
    if (!['page', 'ticket'].includes(labels?.severity)) violations.push(`${alert}: its severity is neither page nor ticket`);
}
for (const [, section] of operations.matchAll(/\n### (Tocsin\w+)\n/g)) {
    if (!all.some(({ alert }) => alert === section)) violations.push(`docs/operations.md: there is no alert ${section}`);
}

const dashboard = JSON.parse(read(`${folder}/dashboard.json`));
for (const panel of dashboard.panels) for (const target of panel.targets ?? []) check(`dashboard, ${panel.title}`, target.expr);

const file = `${folder}/prometheus-rule.yaml`;
const same = { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', metadata: { name: 'tocsin' }, spec: rules };
if (process.argv.includes('--write')) {
    fs.writeFileSync(file, `# Made of rules.yaml by .ci/monitoring --write; change that.\n${yaml.stringify(same, { lineWidth: 0 })}`);
}
if (!fs.existsSync(file) || JSON.stringify(yaml.parse(read(file))) !== JSON.stringify(same)) {
    violations.push(`${file}: does not say the same as rules.yaml; .ci/monitoring --write makes it so`);
}

violations.forEach((text) => console.log(`monitoring: ${text}`));
console.log(`monitoring: ${all.length} rules, ${dashboard.panels.length} panels, ${exported.size} metrics known, ${violations.length} violations`);
process.exit(violations.length ? 1 : 0);
