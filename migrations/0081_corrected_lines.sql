-- Refused lines that somebody has put right: a file of its own says of each of its lines which one it corrects. The refused one stays as it came.
create table import_corrections (
  import_id uuid not null references imports (id),
  line integer not null,
  corrects_import_id uuid not null,
  corrects_line integer not null,
  primary key (import_id, line),
  foreign key (corrects_import_id, corrects_line) references import_lines (import_id, line)
);
create index import_corrections_of on import_corrections (corrects_import_id, corrects_line);
