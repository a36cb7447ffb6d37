import pg from "pg";

export async function connect(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/**
 * Rows of attempts, one for each call, as Tocsin keeps them. Whatever comes while a commit is under way goes into the next one together.
 */
export class AttemptLog {
  constructor(client) {
    this.client = client;
    this.waiting = [];
    this.writing = false;
  }

  static async opened(url) {
    const client = await connect(url);
    await client.query(`create table if not exists attempt (
      id bigint generated always as identity primary key, delivery_id uuid not null, number integer not null,
      started_at timestamptz not null, millis integer not null, status integer, error text)`);
    await client.query("create index if not exists attempt_delivery on attempt (delivery_id, id)");
    return new AttemptLog(client);
  }

  /** Returns when the row is committed. */
  add(row) {
    return new Promise((done, failed) => {
      this.waiting.push({ row, done, failed });
      if (!this.writing) this.#write();
    });
  }

  async #write() {
    this.writing = true;
    while (this.waiting.length) {
      const batch = this.waiting.splice(0, 512);
      try {
        await this.client.query({
          name: "attempts",
          text: `insert into attempt (delivery_id, number, started_at, millis, status, error)
            select * from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::int[], $5::int[], $6::text[])`,
          values: ["id", "number", "startedAt", "millis", "status", "error"].map((name) => batch.map(({ row }) => row[name])),
        });
        batch.forEach(({ done }) => done());
      } catch (error) {
        batch.forEach(({ failed }) => failed(error));
      }
    }
    this.writing = false;
  }

  close() {
    return this.client.end();
  }
}
