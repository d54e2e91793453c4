-- Ends a statement whose row, as it was written, is none that the writer may write: nothing of it is stored then, with
-- or without a transaction around it.
create function permit(allowed boolean) returns boolean
    language plpgsql as
$$
begin
    if allowed is not true then
        raise exception using errcode = 'NC403', message = 'The row is outside the policies of the one who writes it.';
    end if;
    return true;
end
$$;
