-- Open transfers-out that the release before left to the file of an old ledger: the worker takes them into their procedure, and sees at
-- once whether any is left.
create index transfers_left_to_their_file on transfers (id) where closed_at is null and not followed;
