// manifests.js NAME RENDERED SCHEMA: checks the objects of one rendered kustomization; called by .ci/manifests.
// SCHEMA holds Kubernetes' own {"definitions": {...}, "gvk": {"apps/v1/Deployment": definition}}; without the file its part is left out.
// Kinds that operators bring along are checked against schemas/custom-kinds.json, which knows only the fields that we use.
'use strict';
const fs = require('fs');
const yaml = require('yaml');

const [name, renderedFile, schemaFile] = process.argv.slice(2);
const schema = fs.existsSync(schemaFile) ? JSON.parse(fs.readFileSync(schemaFile, 'utf8')) : null;
const customKinds = JSON.parse(fs.readFileSync(`${__dirname}/schemas/custom-kinds.json`, 'utf8')).gvk;
const violations = [];

const typeOf = (value) =>
    value === null ? 'null'
    : Array.isArray(value) ? 'array'
    : Number.isInteger(value) ? 'integer'
    : typeof value;

/** Adds what is wrong with value; path says where it stands. */
function conform(value, rule, path, report) {
    if (rule.$ref) return conform(value, schema.definitions[rule.$ref.replace('#/definitions/', '')], path, report);
    const type = typeOf(value);
    const types = [].concat(rule.type ?? []);
    if (types.length && !types.includes(type) && !(type === 'integer' && types.includes('number'))) {
        return report(`${path}: ${type} where ${types.join(' or ')} belongs`);
    }
    if (rule.pattern && type === 'string' && !new RegExp(rule.pattern).test(value)) report(`${path}: '${value}' is malformed`);
    if (rule.format === 'byte' && !/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value.replace(/\n/g, ''))) {
        report(`${path}: not base64`);
    }
    if (type === 'array' && rule.items) value.forEach((item, i) => conform(item, rule.items, `${path}[${i}]`, report));
    if (type === 'object') {
        for (const field of rule.required ?? []) if (!(field in value)) report(`${path}.${field}: missing`);
        for (const [field, inner] of Object.entries(value)) {
            const of = rule.properties?.[field] ?? rule.additionalProperties;
            if (of === false) report(`${path}.${field}: unknown field`);
            else if (typeof of === 'object') conform(inner, of, `${path}.${field}`, report);
        }
    }
}

/** The pod that an object makes, or undefined. */
const podOf = (object) => object.kind === 'Pod' ? object.spec
    : object.kind === 'CronJob' ? object.spec?.jobTemplate?.spec?.template?.spec
    : object.spec?.template?.spec;

const containersOf = (pod) => [...(pod.initContainers ?? []), ...(pod.containers ?? [])];

/** Everything that a pod needs to start: [kind, name, key or undefined]. What is optional is left out. */
function needsOf(pod) {
    const needs = [];
    const need = (kind, source, key) => { if (source && !source.optional) needs.push([kind, source.name ?? source.secretName, key]); };
    if (pod.serviceAccountName) need('ServiceAccount', { name: pod.serviceAccountName });
    for (const volume of pod.volumes ?? []) {
        for (const source of [volume, ...(volume.projected?.sources ?? [])]) {
            need('ConfigMap', source.configMap);
            need('Secret', source.secret);
        }
    }
    for (const container of containersOf(pod)) {
        for (const source of container.envFrom ?? []) {
            need('ConfigMap', source.configMapRef);
            need('Secret', source.secretRef);
        }
        for (const { valueFrom } of container.env ?? []) {
            need('ConfigMap', valueFrom?.configMapKeyRef, valueFrom?.configMapKeyRef?.key);
            need('Secret', valueFrom?.secretKeyRef, valueFrom?.secretKeyRef?.key);
        }
    }
    return needs;
}

/** What keeps a pod from the restricted Pod Security Standard, and from our own rules beyond it. */
function riskOf(pod) {
    const risks = [];
    const security = pod.securityContext ?? {};
    for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) if (pod[field]) risks.push(`${field} is true`);
    for (const { name: volume, hostPath } of pod.volumes ?? []) if (hostPath) risks.push(`volume ${volume} is a hostPath`);
    for (const container of containersOf(pod)) {
        const own = { ...security, ...container.securityContext };
        const expect = (holds, text) => { if (!holds) risks.push(`container ${container.name}: ${text}`); };
        expect(own.runAsNonRoot === true && own.runAsUser !== 0, 'may run as root');
        expect(['RuntimeDefault', 'Localhost'].includes(own.seccompProfile?.type), 'no seccomp profile');
        expect(own.allowPrivilegeEscalation === false, 'may gain privileges');
        expect(own.capabilities?.drop?.includes('ALL') && !own.capabilities.add?.length, 'keeps capabilities');
        expect(own.readOnlyRootFilesystem === true, 'its root can be written to');
        expect(container.resources?.requests?.cpu && container.resources?.requests?.memory, 'no requests');
        expect(container.resources?.limits?.memory, 'no limit of memory');
        expect(container.imagePullPolicy === 'IfNotPresent', 'imagePullPolicy is not IfNotPresent');
    }
    return risks;
}

const objects = [];
for (const document of yaml.parseAllDocuments(fs.readFileSync(renderedFile, 'utf8'))) {
    document.errors.forEach((error) => violations.push(error.message));
    const object = document.errors.length ? null : document.toJS();
    if (object) objects.push(object);
}
if (!objects.length) violations.push('nothing was rendered');

/** Secrets that an operator makes of an object: [name, keys or undefined where the operator chooses them]. */
const secretsOf = ({ kind, metadata, spec }) => kind === 'ExternalSecret' ? [[spec?.target?.name, spec?.data?.map(({ secretKey }) => secretKey)]]
    : kind === 'Cluster' ? [[`${metadata?.name}-ca`]]
    : [];
const has = (kind, called, key) => objects.some((object) => object.kind === kind && object.metadata?.name === called
    && (key === undefined || key in { ...object.data, ...object.stringData })
    || kind === 'Secret' && secretsOf(object).some(([name, keys]) => name === called && (key === undefined || !keys || keys.includes(key))));

/** What else an object names: [kind, name, key or undefined]. */
function referencesOf({ kind, spec }) {
    switch (kind) {
        case 'Ingress': return spec.rules.flatMap(({ http }) => http.paths.map(({ backend }) => ['Service', backend.service.name]));
        case 'HorizontalPodAutoscaler': return [[spec.scaleTargetRef.kind, spec.scaleTargetRef.name]];
        case 'Database': return [['Cluster', spec.cluster.name]];
        case 'ScheduledBackup': return [['Cluster', spec.cluster.name]];
        case 'ObjectStore': return Object.values(spec.configuration.s3Credentials ?? {}).map(({ name, key }) => ['Secret', name, key]);
        case 'Cluster': return [
            ...[spec.bootstrap?.initdb?.secret, ...(spec.managed?.roles ?? []).map(({ passwordSecret }) => passwordSecret)]
                .filter(Boolean).flatMap(({ name }) => [['Secret', name, 'username'], ['Secret', name, 'password']]),
            ...(spec.plugins ?? []).filter(({ parameters }) => parameters?.barmanObjectName)
                .map(({ parameters }) => ['ObjectStore', parameters.barmanObjectName])];
        default: return [];
    }
}
const isOverlay = name.startsWith('deploy/overlays/');
// An overlay that makes no Secret at all takes them from outside.
const makesSecrets = objects.some((object) => object.kind === 'Secret' || secretsOf(object).length);
const custom = new Set();

for (const object of objects) {
    const title = `${object.kind} ${object.metadata?.name}`;
    const report = (text) => violations.push(`${title}: ${text}`);
    const gvk = `${object.apiVersion}/${object.kind}`;
    if (customKinds[gvk]) {
        custom.add(gvk);
        conform(object, customKinds[gvk], '$', report);
    } else if (schema) {
        const definition = schema.gvk[gvk];
        if (definition) conform(object, { $ref: definition }, '$', report);
        else report(`${object.apiVersion}/${object.kind} is not known to Kubernetes 1.32`);
    }
    if (!isOverlay && object.kind === 'Secret') report('base must hold no Secret');
    if (isOverlay && object.kind === 'Service' && object.spec?.selector) {
        const wanted = Object.entries(object.spec.selector);
        if (!objects.some(({ spec }) => wanted.every(([label, value]) => spec?.template?.metadata?.labels?.[label] === value))) {
            report('selects no pod');
        }
    }
    const pod = podOf(object);
    if (pod) riskOf(pod).forEach(report);
    if (!isOverlay) continue;
    for (const [kind, called, key] of [...(pod ? needsOf(pod) : []), ...referencesOf(object)]) {
        if ((kind !== 'Secret' || makesSecrets) && !has(kind, called, key)) report(`needs ${kind} ${called}${key ? ` with ${key}` : ''}`);
    }
}

custom.forEach((gvk) => console.log(`manifests: ${name}: ${gvk}: only the fields that we use were checked`));
violations.forEach((text) => console.log(`manifests: ${name}: ${text}`));
console.log(`manifests: ${name}: ${objects.length} objects, ${violations.length} violations${schema ? '' : ' (schema not checked)'}`);
process.exit(violations.length ? 1 : 0);
