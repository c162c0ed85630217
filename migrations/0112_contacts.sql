-- What talks are about: a service and a part of it, each from a day on, with its words.
create table contact_topics (
  topic text not null constraint contact_topics_code check (topic ~ '^[a-z][A-Za-z]{1,39}$'),
  valid_from date not null,
  valid_until date,
  service text not null constraint contact_topics_service check
    (service in ('transferIn', 'transferOut', 'contributions', 'annuity', 'pension', 'service')),
  position integer not null,
  words jsonb not null constraint contact_topics_words check (words ?& array['zh-CN', 'en', 'ko', 'vi', 'fa']),
  source text not null,
  primary key (topic, valid_from),
  constraint contact_topics_days check (valid_until is null or valid_until >= valid_from)
);

insert into contact_topics (topic, valid_from, service, position, source, words) values
  ('transferInRequest', '2010-01-01', 'transferIn', 1, '国办发〔2009〕66号', '{"zh-CN": "转入：申请与材料", "en": "Transfer-in: request and papers", "ko": "전입: 신청과 서류", "vi": "Chuyển đến: đề nghị và giấy tờ", "fa": "انتقال به اینجا: درخواست و مدارک"}'),
  ('transferInProgress', '2010-01-01', 'transferIn', 2, '社会保险经办条例 第十六条', '{"zh-CN": "转入：办理进度", "en": "Transfer-in: progress", "ko": "전입: 진행 상황", "vi": "Chuyển đến: tiến độ", "fa": "انتقال به اینجا: روند کار"}'),
  ('transferInReturned', '2010-01-01', 'transferIn', 3, '国办发〔2009〕66号', '{"zh-CN": "转入：退回与不予受理", "en": "Transfer-in: returned or refused", "ko": "전입: 반송과 거절", "vi": "Chuyển đến: bị trả lại hoặc từ chối", "fa": "انتقال به اینجا: برگشت یا رد"}'),
  ('transferOutRequest', '2010-01-01', 'transferOut', 4, '国办发〔2009〕66号', '{"zh-CN": "转出：凭证与申请", "en": "Transfer-out: certificate and request", "ko": "전출: 증명서와 신청", "vi": "Chuyển đi: giấy xác nhận và đề nghị", "fa": "انتقال از اینجا: گواهی و درخواست"}'),
  ('transferOutProgress', '2010-01-01', 'transferOut', 5, '社会保险经办条例 第十六条', '{"zh-CN": "转出：办理进度", "en": "Transfer-out: progress", "ko": "전출: 진행 상황", "vi": "Chuyển đi: tiến độ", "fa": "انتقال از اینجا: روند کار"}'),
  ('contributionRecord', '2010-01-01', 'contributions', 6, '社会保险法', '{"zh-CN": "缴费记录与个人账户", "en": "Contributions and the account", "ko": "납부 기록과 개인 계좌", "vi": "Quá trình đóng và tài khoản cá nhân", "fa": "سوابق پرداخت و حساب شخصی"}'),
  ('contributionOverlap', '2010-01-01', 'contributions', 7, '人社部发〔2009〕187号', '{"zh-CN": "重复缴费与退费", "en": "Overlaps and refunds", "ko": "중복 납부와 환급", "vi": "Đóng trùng và hoàn trả", "fa": "پرداخت هم‌زمان و بازپرداخت"}'),
  ('annuityTransfer', '2010-01-01', 'annuity', 8, '人社厅发〔2017〕7号', '{"zh-CN": "职业年金转移", "en": "Occupational annuity", "ko": "직업연금 이전", "vi": "Chuyển niên kim nghề nghiệp", "fa": "انتقال مستمری شغلی"}'),
  ('pensionClaim', '2010-01-01', 'pension', 9, '社会保险法', '{"zh-CN": "待遇领取地与退休申领", "en": "Where and how to claim the pension", "ko": "연금 수급지와 청구", "vi": "Nơi và cách hưởng lương hưu", "fa": "محل و شیوه دریافت مستمری"}'),
  ('contactDetails', '2010-01-01', 'service', 10, 'office practice', '{"zh-CN": "联系方式与查询码", "en": "Telephone, address, status code", "ko": "연락처와 조회 코드", "vi": "Điện thoại, địa chỉ, mã tra cứu", "fa": "تلفن، نشانی و کد پیگیری"}'),
  ('otherTopic', '2010-01-01', 'service', 11, 'office practice', '{"zh-CN": "其他", "en": "Something else", "ko": "기타", "vi": "Việc khác", "fa": "موضوع دیگر"}');

-- Every talk with people, as it was: who, how, about what, what was told, how it ended. Counted apart from business handled.
create table contacts (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices (id),
  channel text not null constraint contacts_channel_check check
    (channel in ('window', 'phone', 'sms', 'letter', 'email', 'portal', 'visit')),
  -- in: they came to us.
  direction text not null constraint contacts_direction_check check (direction in ('in', 'out')),
  party text not null constraint contacts_party_check check (party in ('person', 'employer', 'nobody')),
  -- Whom it is about; null: nobody whom the office knows.
  person_id uuid references persons (id),
  transfer_id uuid references transfers (id),
  topic text not null,
  consultation boolean not null,
  -- Something personal was told, and by what it was known to whom.
  told_personal boolean not null,
  identity text not null constraint contacts_identity_check check
    (identity in ('notChecked', 'cardSeen', 'mobileMatched', 'questionsAnswered')),
  identity_check_id uuid references identity_checks (id),
  outcome text not null constraint contacts_outcome_check check
    (outcome in ('solvedAtOnce', 'promised', 'referred', 'nothingToDo')),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default office_now(),
  by_staff_id uuid not null references staff (id),
  -- Of sealed_texts, without a foreign key, so that a text can be destroyed: what was said, and which employer.
  text_id uuid,
  employer_id uuid,
  -- In the order in which they were recorded: of two of one instant, too.
  no bigint generated always as identity,
  -- The contact by which the manager heard of the person: the third about one thing, and of each that came while he had not looked.
  raised_by uuid,
  idempotency_key text,
  body_hash bytea,
  constraint contacts_once unique (office_id, idempotency_key),
  constraint contacts_party_known check (party <> 'person' or person_id is not null),
  constraint contacts_nobody check (party <> 'nobody' or person_id is null and not told_personal),
  constraint contacts_checked check ((identity = 'mobileMatched') = (identity_check_id is not null))
);
-- The person page, and the third about one thing: the newest of one person, however many others there are.
create index contacts_of_person on contacts (person_id, occurred_at desc, id desc) where person_id is not null;
-- Lists by day, and the figures of a month without a look at the rows themselves.
create index contacts_by_day on contacts (office_id, occurred_at desc, id desc)
  include (topic, channel, direction, consultation, outcome);

-- What was said stays said; two rows of a person that become one take it along.
create function contacts_as_said() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' then
    return new;
  end if;
  raise exception 'contacts are append-only';
end $$;
create trigger contacts_as_said before update or delete on contacts for each row execute function contacts_as_said();

alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in
  ('tellPerson', 'phoneNotice', 'lateFact', 'parkedFact', 'suspense', 'unknownScan', 'silentLetter', 'unknownNotice',
    'silentNotice', 'deadLetter', 'stuckTransfer', 'moneyOut', 'untransferableNotice', 'incomingPaper', 'bouncedRemittance',
    'reversedTransfer', 'lateRemittance', 'promise', 'brokenPromise', 'repeatedContact'));

-- Within so many days the third contact of a person about one thing is the manager's.
insert into rules (rule_version, name, value, source)
select version, 'repeatedContactWithinDays', '30'::jsonb, 'office promise' from rule_versions
on conflict do nothing;
