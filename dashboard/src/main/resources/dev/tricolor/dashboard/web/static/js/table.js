/** A panel's rows as they stand, kept up to date from what the server says has changed. */
export class Table {
  x = [];
  y = {};
  text = [];
  absent = {};
  note = "";
  leftOut = 0;
  empty = null;
  facts = null;
  lanes = null;

  /** Applies one change; true where rows changed (and not the kind of content). */
  apply(delta) {
    if (delta.type === "whole") {
      this.empty = delta.data.type === "empty" ? delta.data.why : null;
      this.facts = delta.data.type === "facts" ? delta.data : null;
      this.lanes = delta.data.type === "ribbon" ? delta.data.lanes : null;
      this.x = []; this.y = {}; this.text = [];
      return;
    }
    const { drop, keep, rows } = delta;
    this.empty = this.facts = this.lanes = null;
    this.x = join(this.x, drop, keep, rows.x);
    for (const id of Object.keys(rows.y)) this.y[id] = join(this.y[id] ?? [], drop, keep, rows.y[id]);
    this.text = join(this.text, drop, keep, rows.text.map(i => rows.names[i]));
    this.absent = rows.absent; this.note = rows.note; this.leftOut = rows.leftOut;
  }
}

function join(old, drop, keep, fresh) {
  if (keep === 0) return fresh;
  const kept = drop === 0 && keep === old.length ? old : old.slice(drop, drop + keep);
  return fresh.length === 0 ? kept : kept.concat(fresh);
}
