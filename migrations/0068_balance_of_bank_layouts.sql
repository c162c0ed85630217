-- A layout may name the column of the balance behind each entry: then a gap between the entries is told. Those that nobody has changed learn its words.
update bank_layouts
set columns = columns || '{"balance": ["余额", "账户余额", "交易后余额", "本次余额"]}'
where name in ('流水号与借贷标志', '借方贷方两列', '借贷列与交易金额') and changed_by is null and not columns ? 'balance';
