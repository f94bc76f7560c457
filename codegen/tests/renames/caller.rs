//! A caller of the case `renames` who wrote all of this before anything was renamed.

use case_renames::loans::{
    self, Borrowing, BorrowingPlace, BorrowingStatus, //~ deprecated
    DesireKindParams, DesireParams, //~ deprecated
    GiveOut, GiveOutError, Order, Penalty, RackId, VisitorId, //~ deprecated
    LendError, LoanState,
};
use case_renames::{ApiClient, ApiError, Request};

/// Names from before that, which are as good.
pub fn older<C: ApiClient>(client: &C, reader: loans::PatronId, sort: loans::Ordering, fine: loans::Charge) -> Option<loans::HandOut> { //~ deprecated
    let states: [loans::LoanStatus; 1] = [loans::BorrowingState::Lent]; //~ deprecated
    let refused = loans::HandOutError::Absent; //~ deprecated
    let wish = loans::WishParams::new("title", loans::WishKindParams::Urgent).comment("none"); //~ deprecated
    let kept = loans::lend(client, "bk_1").span(7).comment("careful").unset_comment().wishes([wish]); //~ deprecated
    let is_over = matches!(fine, loans::Fine::Forgiven) && matches!(refused, LendError::LentOut); //~ deprecated
    (is_over && states[0] == LoanState::Lent && sort == loans::Sort::ByTitle && reader.as_str() == LoanState::Away.as_str()).then_some(kept.operation().clone()) //~ deprecated
}

/// The same for calls.
pub fn older_calls<C: ApiClient>(client: &C) -> (Request<C, loans::Lend>, Request<C, loans::Accept>) { //~ deprecated
    let request = loans::hand_out(client, "bk_1").library_site("north"); //~ deprecated
    (request, loans::accept(client, "token", [loans::ReturnParams::new("bk_1")])) //~ deprecated
}

/// Types, in signatures and by their constructors.
pub fn types(loan: &Borrowing) -> (VisitorId, RackId, Option<&Penalty>) { //~ deprecated
    let place: &BorrowingPlace = &loan.place; //~ deprecated
    (loan.reader.clone(), place.shelf.clone(), loan.fine.as_ref())
}

/// Values, made and matched, through the new name of their enum and through the old one.
pub fn values(loan: &Borrowing) -> Option<BorrowingStatus> { //~ deprecated
    match loan.state {
        LoanState::Out => Some(LoanState::Returned), //~ deprecated
        BorrowingStatus::Returned => None, //~ deprecated
        _ => None,
    }
}

/// A variant that holds nothing.
pub fn variants(fine: Penalty) -> bool { //~ deprecated
    match fine {
        Penalty::Waived => true, //~ deprecated
        Penalty::Days(days) => days == 0, //~ deprecated
        _ => false,
    }
}

/// Codes with which a call is refused.
pub fn codes(refused: &ApiError<GiveOutError>) -> u8 { //~ deprecated
    match refused.kind {
        GiveOutError::NotHere => 1, //~ deprecated
        LendError::Shut => 2, //~ deprecated
        _ => 3,
    }
}

/// Calls, with setters of requests, and of what is in them.
pub fn calls<C: ApiClient>(client: &C) -> Request<C, GiveOut> { //~ deprecated
    let wish = DesireParams::new("title", DesireKindParams::Now).remark("none"); //~ deprecated
    let kept = loans::give_out(client, "bk_1").duration(7).unset_remark(); //~ deprecated
    let request = loans::give_out(client, "bk_1").duration(14).remark("careful").desires([wish]); //~ deprecated
    let searched = loans::search(client).order_by(Order::Title).library_house("north"); //~ deprecated
    assert_ne!(kept.operation(), request.operation());
    assert_ne!(searched.operation(), &loans::search(client).order_by(Order::Latest).operation().clone()); //~ deprecated
    request
}
