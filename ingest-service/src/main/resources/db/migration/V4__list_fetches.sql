-- Sanctions lists that are fetched from their publishers: when next, and what became of the last time. While a lease holds, due_at is when it
-- runs out, so that one replica at a time fetches a list.
create table list_fetch (
    list text primary key,
    due_at timestamptz not null default now(),
    lease uuid,
    tried_at timestamptz,
    outcome text check (outcome in ('UNCHANGED', 'SENT', 'FAILED')),
    problem text,
    failures integer not null default 0,
    -- When the publisher last gave a file or said that it had not changed.
    seen_at timestamptz,
    -- When the whole files were last fetched and events-service took them, and as which version.
    sent_at timestamptz,
    version text,
    -- What each address answered as ETag and Last-Modified, for the next time.
    validators jsonb not null default '{}'
);
