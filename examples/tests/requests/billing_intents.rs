//! Requests that concern billing intents: of version 2 of the API, whose bodies are JSON.

use stripe_billing::billing_intents::{
    ActionBillingDetailsParams, AppliedDiscountParams, ApplyActionEffectiveAtParams, ApplyActionParams,
    BillingCycleDayParams, BillingCycleMonthParams, BillingCycleParams, BillingCycleWeekParams, BillingCycleYearParams,
    BillingIntentAction, BillingIntentActionParams, BillingProfileDataParams, CadenceDataParams, CadencePayerParams,
    CadenceSettingsParams, CancellationDetailsParams, ChangeEffectiveAtParams, ClockTimeParams,
    ComponentConfigurationParams, CreditGrantBehaviorParams, DeactivateActionEffectiveAtParams, DeactivateActionParams,
    DeactivationBehaviorLicenseFeeParams, DeactivationBehaviorParams, DeactivationDetailsParams,
    DeactivationOverridesParams, InvoiceDiscountRuleParams, MaxBillingPeriodSpendParams,
    ModificationBehaviorLicenseFeeParams, ModificationBehaviorParams, ModificationDetailsParams,
    ModificationOverridesParams, ModifyActionParams, NewPricingPlanSubscriptionParams, NewV1SubscriptionItemParams,
    NewV1SubscriptionParams, OverageRateParams, PercentOffMaximumApplicationsParams, PercentOffParams,
    RemoveActionEffectiveAtParams, RemoveActionKindParams, RemoveActionParams, SettingsReferenceParams,
    SpendLimitCustomPricingUnitParams, SpendModifierRuleParams, SubscribeActionParams,
    SubscriptionBehaviorLicenseFeeParams, SubscriptionBehaviorParams, SubscriptionOverridesParams, cancel, commit,
    create, list, list_actions, release_reservation, reserve, retrieve, retrieve_action,
};

use crate::{INTENT, NO_ITEMS, check, instant};

#[tokio::test]
async fn reading_sends_no_body() {
    check("billing_intents/list", NO_ITEMS, list).await;
    check("billing_intents/list_with_limit", NO_ITEMS, |client| list(client).limit(1000)).await;
    check("billing_intents/retrieve", INTENT, |client| retrieve(client, "bilint_123")).await;
    check("billing_intents/list_actions", NO_ITEMS, |client| list_actions(client, "bilint_123")).await;
    check("billing_intents/list_actions_with_limit", NO_ITEMS, |client| list_actions(client, "a/b").limit(1)).await;
    check("billing_intents/retrieve_action", &BillingIntentAction::example().to_json(), |client| {
        retrieve_action(client, "bilint 123", "bilinti?123")
    })
    .await;
}

#[tokio::test]
async fn a_call_without_parameters_sends_an_empty_object() {
    check("billing_intents/reserve", INTENT, |client| reserve(client, "bilint_123")).await;
    check("billing_intents/release_reservation", INTENT, |client| release_reservation(client, "bilint_123")).await;
    check("billing_intents/cancel", INTENT, |client| cancel(client, "bilint_123")).await;
}

#[tokio::test]
async fn commit_sends_the_payment_intent_if_there_is_one() {
    check("billing_intents/commit", INTENT, |client| commit(client, "bilint_123")).await;
    check("billing_intents/commit_with_payment_intent", INTENT, |client| {
        commit(client, "bilint_123").payment_intent("pi_123")
    })
    .await;
}

#[tokio::test]
async fn create_sends_what_is_applied() {
    let coupon = ApplyActionParams::new(AppliedDiscountParams::Coupon("SAVE \"10\"".into()))
        .effective_at(ApplyActionEffectiveAtParams::Timestamp(instant("2024-12-31T23:59:59Z")));
    let promotion = ApplyActionParams::new(AppliedDiscountParams::PromotionCode("promo_123".into()))
        .effective_at(ApplyActionEffectiveAtParams::NextBillingPeriodStart);
    let percent_off = PercentOffParams::new(
        PercentOffMaximumApplicationsParams::new("indefinite"),
        "12.50".parse().expect("a decimal"),
    );
    let rule = ApplyActionParams::new(InvoiceDiscountRuleParams::new("cadence", percent_off));
    let spend = MaxBillingPeriodSpendParams::new(
        SpendLimitCustomPricingUnitParams::new("100").id("cpu_123"),
        OverageRateParams::new("cpuor_123"),
    );
    let spend = ApplyActionParams::new(SpendModifierRuleParams::new("cadence", spend));
    check("billing_intents/create_applying", INTENT, |client| {
        create(client, "usd", [coupon, promotion, rule, spend]).cadence("bc_123")
    })
    .await;
}

#[tokio::test]
async fn create_sends_what_is_changed_and_what_ends() {
    let rule = RemoveActionParams::new(RemoveActionKindParams::InvoiceDiscountRule("idr_122".into()))
        .effective_at(RemoveActionEffectiveAtParams::CurrentBillingPeriodEnd);
    let spend = RemoveActionParams::new(RemoveActionKindParams::SpendModifierRule("smr_122".into()));
    let actions: [BillingIntentActionParams; 4] =
        [deactivation().into(), modification().into(), rule.into(), spend.into()];
    check("billing_intents/create_changing", INTENT, |client| create(client, "eur", actions)).await;
}

fn deactivation() -> DeactivateActionParams {
    let overrides = DeactivationOverridesParams::new([
        DeactivationBehaviorLicenseFeeParams::new("prorated").into(),
        DeactivationBehaviorParams::RecurringCreditGrant,
    ]);
    let details = DeactivationDetailsParams::new("bpps_122").overrides(overrides);
    DeactivateActionParams::new("pricing_plan_subscription_details", details)
        .billing_details(ActionBillingDetailsParams::new().proration_behavior("no_adjustment"))
        .cancellation_details(CancellationDetailsParams::new().comment("é").feedback("too_complex"))
        .collect_at("next_billing_date")
        .effective_at(DeactivateActionEffectiveAtParams::CurrentBillingPeriodEnd)
}

fn modification() -> ModifyActionParams {
    let behaviors: [ModificationBehaviorParams; 2] = [
        ModificationBehaviorLicenseFeeParams::new("none", "none").into(),
        CreditGrantBehaviorParams::new("full_credits").into(),
    ];
    let details = ModificationDetailsParams::new("bpps_123")
        .new_pricing_plan("bpp_123")
        .new_pricing_plan_version("bppv_123")
        .component_configurations([
            ComponentConfigurationParams::new().lookup_key("seats").quantity(3),
            ComponentConfigurationParams::new().pricing_plan_component("bppc_123"),
        ])
        .overrides(ModificationOverridesParams::new(behaviors));
    // The details are asked for whatever the type.
    ModifyActionParams::new("v1_subscription_details", details)
        .billing_details(ActionBillingDetailsParams::new())
        .collect_at("on_effective_at")
        .effective_at(ChangeEffectiveAtParams::Timestamp(instant("2025-01-01T00:00:00Z")))
}

#[tokio::test]
async fn create_sends_what_is_subscribed_to() {
    let behaviors: [SubscriptionBehaviorParams; 2] =
        [SubscriptionBehaviorLicenseFeeParams::new("prorated").into(), CreditGrantBehaviorParams::new("none").into()];
    let plan = NewPricingPlanSubscriptionParams::new("bpp_123", "bppv_123")
        .component_configurations([])
        .metadata([("order", "42"), ("a b", "1")])
        .overrides(SubscriptionOverridesParams::new(behaviors));
    let plan = SubscribeActionParams::new(plan)
        .billing_details(ActionBillingDetailsParams::new().proration_behavior("prorated_adjustment"))
        .collect_at("next_billing_date")
        .effective_at(ChangeEffectiveAtParams::CurrentBillingPeriodStart);
    let items = [
        NewV1SubscriptionItemParams::new("price_123").quantity(2).metadata([("k", "v")]),
        NewV1SubscriptionItemParams::new("price_124"),
    ];
    let v1 = NewV1SubscriptionParams::new(items).description("Two of it").metadata([("", ""); 0]);
    let v1 = SubscribeActionParams::new(v1).effective_at(ChangeEffectiveAtParams::OnReserve);
    check("billing_intents/create_subscribing", INTENT, |client| create(client, "usd", [plan, v1]).cadence("bc_123"))
        .await;
}

#[tokio::test]
async fn create_sends_the_cadence_that_it_makes() {
    let time = ClockTimeParams::new(23, 59, 0);
    let month = BillingCycleMonthParams::new(31).month_of_year(1).time(time);
    let profile = BillingProfileDataParams::new("cus_123").default_payment_method("pm_123");
    let payer = CadencePayerParams::new().billing_profile_data(profile);
    let settings = CadenceSettingsParams::new()
        .collection(SettingsReferenceParams::new("cs_123"))
        .bill(SettingsReferenceParams::new("bs_123").version("bsv_123"));
    let month = CadenceDataParams::new(BillingCycleParams::new(month).interval_count(3), payer).settings(settings);
    let week = BillingCycleParams::new(BillingCycleWeekParams::new(7));
    let day = BillingCycleParams::new(BillingCycleDayParams::new());
    let year = BillingCycleParams::new(BillingCycleYearParams::new().day_of_month(29).month_of_year(2));
    let payer = CadencePayerParams::new().billing_profile("bp_123");
    let table = [
        ("billing_intents/create_by_the_month", month),
        ("billing_intents/create_by_the_week", CadenceDataParams::new(week, payer.clone())),
        ("billing_intents/create_by_the_day", CadenceDataParams::new(day, CadencePayerParams::new())),
        ("billing_intents/create_by_the_year", CadenceDataParams::new(year, payer)),
    ];
    for (name, cadence) in table {
        let rule = RemoveActionParams::new(RemoveActionKindParams::InvoiceDiscountRule("idr_122".into()));
        check(name, INTENT, |client| create(client, "usd", [rule]).cadence_data(cadence)).await;
    }
}
